/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

/**
 * Finds the greatest, or the least, of items that are exact in 64 bits: whole numbers and times.
 * Each item has a key, which is the greater the further out it is; not-a-time is beyond all others.
 */
final class Extreme {
  private final NDArray array;
  private final boolean greatest;

  /** Puts numbers without a sign into the order of those with one. */
  private final long flip;

  /** Turns not-a-time, the least of all counts, into the greatest. */
  private final long shift;

  Extreme(NDArray array, boolean greatest) {
    this.array = array;
    this.greatest = greatest;
    this.flip = array.dtype().isUnsignedLong() ? Long.MIN_VALUE : 0;
    this.shift = greatest && array.dtype().isTime() ? 1 : 0;
  }

  long key(long bits) {
    long ordered = bits ^ flip;
    return greatest ? ordered - shift : ~ordered;
  }

  /** The item with this key. */
  long bits(long key) {
    return (greatest ? key + shift : ~key) ^ flip;
  }

  /** The row-major number of the first item that no other is beyond. */
  long index() {
    Walk walk = Walk.over(array.layout(), Layout.dense(array.shape(), 1));
    long[] items = new long[walk.block()];
    long[] best = {-1};
    long[] bestKey = {Long.MIN_VALUE};
    walk.forEach((at, count) -> {
      array.memory().bits(at[0], walk.step(0), items, 0, count);
      for (int i = 0; i < count; i++) {
        long number = at[1] + i * walk.step(1);
        long key = key(items[i]);
        boolean first = best[0] < 0 || (key == bestKey[0] && number < best[0]);
        if (first || key > bestKey[0]) {
          best[0] = number;
          bestKey[0] = key;
        }
      }
    });
    return best[0];
  }
}
