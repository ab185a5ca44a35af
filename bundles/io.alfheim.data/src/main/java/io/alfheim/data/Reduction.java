/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

/** Boils all items of an array down to one number. */
final class Reduction {
  /** How many numbers are added without halving. */
  private static final int STRETCH = 256;

  private final NDArray array;

  Reduction(NDArray array) {
    this.array = array;
  }

  /** Takes the next items, in any order. */
  private interface Block {
    void accept(double[] items, int count);
  }

  private void forEachBlock(Block block) {
    Walk walk = Walk.over(array.layout());
    double[] items = new double[walk.block()];
    long step = walk.step(0);
    Memory memory = array.memory();
    walk.forEach((at, count) -> {
      memory.doubles(at[0], step, items, 0, count);
      block.accept(items, count);
    });
  }

  /** The sum of whole numbers or durations, exactly. */
  Total total() {
    Walk walk = Walk.over(array.layout());
    long[] items = new long[walk.block()];
    long step = walk.step(0);
    Total total = new Total(array.dtype());
    walk.forEach((at, count) -> {
      array.memory().bits(at[0], step, items, 0, count);
      total.add(items, count);
    });
    return total;
  }

  double sum() {
    Sum sum = new Sum();
    forEachBlock((items, count) -> sum.add(sum(items, count)));
    return sum.value();
  }

  double sumOfSquares(double center) {
    Sum sum = new Sum();
    forEachBlock((items, count) -> {
      for (int i = 0; i < count; i++) {
        double away = items[i] - center;
        items[i] = away * away;
      }
      sum.add(sum(items, count));
    });
    return sum.value();
  }

  private static double sum(double[] items, int count) {
    return sum(items, 0, count);
  }

  /** By halves, which loses little, and in four strands, which the processor adds side by side. */
  private static double sum(double[] items, int from, int to) {
    if (to - from > STRETCH) {
      int half = (from + to) >>> 1;
      return sum(items, from, half) + sum(items, half, to);
    }
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a += items[i];
      b += items[i + 1];
      c += items[i + 2];
      d += items[i + 3];
    }
    for (; i < to; i++) {
      a += items[i];
    }
    return a + b + (c + d);
  }

  /** The sum and the number of the items that are not NaN. */
  double[] sumAndCountOfNumbers() {
    Sum sum = new Sum();
    long[] numbers = new long[1];
    forEachBlock((items, count) -> {
      for (int i = 0; i < count; i++) {
        if (Double.isNaN(items[i])) {
          items[i] = 0;
        } else {
          numbers[0]++;
        }
      }
      sum.add(sum(items, count));
    });
    return new double[] {sum.value(), numbers[0]};
  }

  double min() {
    double[] best = {Double.POSITIVE_INFINITY};
    forEachBlock((items, count) -> {
      double least = best[0];
      for (int i = 0; i < count; i++) {
        least = Math.min(least, items[i]);
      }
      best[0] = least;
    });
    return best[0];
  }

  double max() {
    double[] best = {Double.NEGATIVE_INFINITY};
    forEachBlock((items, count) -> {
      double most = best[0];
      for (int i = 0; i < count; i++) {
        most = Math.max(most, items[i]);
      }
      best[0] = most;
    });
    return best[0];
  }

  /** The number of items that are not 0. */
  long countNonZero() {
    long[] found = new long[1];
    forEachBlock((items, count) -> {
      long here = 0;
      for (int i = 0; i < count; i++) {
        here += items[i] != 0 ? 1 : 0;
      }
      found[0] += here;
    });
    return found[0];
  }

  /** The row-major number of the first greatest, or least, item; NaN is beyond all others. */
  long indexOfExtreme(boolean greatest) {
    if (array.dtype().isCounted()) {
      return new Extreme(array, greatest).index();
    }
    Walk walk = Walk.over(array.layout(), Layout.dense(array.shape(), 1));
    double[] items = new double[walk.block()];
    long[] best = {-1};
    double[] value = {Double.NaN};
    walk.forEach((at, count) -> {
      array.memory().doubles(at[0], walk.step(0), items, 0, count);
      for (int i = 0; i < count; i++) {
        long number = at[1] + i * walk.step(1);
        int order = best[0] < 0 ? 1 : compare(items[i], value[0], greatest);
        if (order > 0 || (order == 0 && number < best[0])) {
          best[0] = number;
          value[0] = items[i];
        }
      }
    });
    return best[0];
  }

  /** Positive if {@code a} is further out than {@code b}. */
  private static int compare(double a, double b, boolean greatest) {
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return Boolean.compare(Double.isNaN(a), Double.isNaN(b));
    }
    return a == b ? 0 : a > b == greatest ? 1 : -1;
  }

  /** A sum that keeps what rounding takes off (Neumaier). */
  private static final class Sum {
    private double sum;
    private double lost;

    void add(double value) {
      double next = sum + value;
      lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
      sum = next;
    }

    double value() {
      // An infinite sum has lost nothing, and the difference of infinities is not a number.
      return Double.isFinite(sum) ? sum + lost : sum;
    }
  }
}
