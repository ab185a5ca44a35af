/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.stream.LongStream;

/**
 * Which indices of each axis are printed: all of a short array; of a long one three at each end.
 * Where that is still too much, as with many short axes, the first index of the outer ones only. An
 * array may have other axes before these, which are left as they are.
 */
final class Ends {
  /** Up to so many items are printed in full. */
  static final int THRESHOLD = 1000;

  private static final int EDGE = 3;

  private final long[] shape;
  private final long[] head;
  private final long[] tail;

  /**
   * @param most how many items are printed, if there are more axes than usual
   */
  Ends(long[] shape, int most) {
    this.shape = shape;
    this.head = shape.clone();
    this.tail = new long[shape.length];
    boolean summary = shown() > THRESHOLD;
    for (int axis = 0; summary && axis < shape.length; axis++) {
      if (shape[axis] > 2 * EDGE) {
        head[axis] = EDGE;
        tail[axis] = EDGE;
      }
    }
    for (int axis = 0; summary && shown() > most; axis++) {
      head[axis] = Math.min(1, shape[axis]);
      tail[axis] = 0;
    }
  }

  /** How many items are printed, where an empty axis counts as one; may be beyond 64 bits. */
  private double shown() {
    double items = 1;
    for (int axis = 0; axis < shape.length; axis++) {
      items *= Math.max(1, head[axis] + tail[axis]);
    }
    return items;
  }

  boolean cuts(int axis) {
    return head[axis] + tail[axis] < shape[axis];
  }

  /** How many are printed before what is left out. */
  int head(int axis) {
    return (int) head[axis];
  }

  /** The indices along an axis that are printed. */
  LongStream indices(int axis) {
    return LongStream.concat(
        LongStream.range(0, head[axis]), LongStream.range(shape[axis] - tail[axis], shape[axis]));
  }

  /** The index of an item among those printed. */
  long[] among(long[] index) {
    long[] shown = index.clone();
    int before = index.length - shape.length;
    for (int axis = 0; axis < shape.length; axis++) {
      if (index[before + axis] >= head[axis]) {
        shown[before + axis] -= shape[axis] - head[axis] - tail[axis];
      }
    }
    return shown;
  }

  /** Those printed; inner axes are cut first, so that no more is copied than that. */
  NDArray of(NDArray array) {
    return of(array, 0);
  }

  private NDArray of(NDArray array, int axis) {
    if (axis == shape.length) {
      return array;
    }
    if (!cuts(axis)) {
      return of(array, axis + 1);
    }
    int at = array.rank() - shape.length + axis;
    NDArray first = of(array.slice(at, 0, head[axis]), axis + 1);
    return tail[axis] == 0
        ? first
        : NDArray.concat(
            at, first, of(array.slice(at, shape[axis] - tail[axis], shape[axis]), axis + 1));
  }
}
