/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.Comparator;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Visits the items of layouts of one shape in step, in runs along one axis. Axes that can be walked
 * as one are joined, so that a contiguous array is a single long run, and are ordered by the
 * distances of the first layout: memory is read from one end to the other even if the array is a
 * transpose.
 */
final class Walk {
  /** The longest run, in items. */
  static final int BLOCK = 8192;

  /** How many items may pass before an interruption is noticed. */
  private static final int PATIENCE = 1 << 18;

  /** Gets some consecutive items of the walk. */
  interface Run {
    /**
     * Gets the next items.
     *
     * @param at where the first item of each layout is
     * @param count of items, each {@link Walk#step} from the one before
     */
    void accept(long[] at, int count);
  }

  private final Layout[] layouts;
  private final int[] order;
  private final long[] shape;
  private final long[][] strides;

  private Walk(Layout[] layouts, int[] order) {
    this.layouts = layouts;
    this.order = order;
    this.shape = new long[Math.max(1, order.length)];
    this.strides = new long[layouts.length][shape.length];
    join();
  }

  /** In whatever order is fastest. */
  static Walk over(Layout... layouts) {
    Layout first = layouts[0];
    Layout last = layouts[layouts.length - 1];
    int[] order = IntStream.range(0, first.rank())
        .boxed()
        .sorted(Comparator.<Integer>comparingLong(
                axis -> Math.abs(first.stride(axis) != 0 ? first.stride(axis) : last.stride(axis)))
            .reversed())
        .mapToInt(Integer::intValue)
        .toArray();
    return new Walk(layouts, order);
  }

  /** In row-major order of the indices. */
  static Walk inOrder(Layout... layouts) {
    return new Walk(layouts, IntStream.range(0, layouts[0].rank()).toArray());
  }

  /** Fills {@link #shape} and {@link #strides} from behind, one entry for each axis left. */
  private void join() {
    int top = shape.length;
    for (int i = order.length - 1; i >= 0; i--) {
      int axis = order[i];
      long length = layouts[0].length(axis);
      if (length == 1) {
        continue;
      }
      if (top < shape.length && continues(axis, top)) {
        shape[top] *= length;
        continue;
      }
      top--;
      shape[top] = length;
      for (int k = 0; k < layouts.length; k++) {
        strides[k][top] = layouts[k].stride(axis);
      }
    }
    while (top > 0) {
      top--;
      shape[top] = 1;
    }
  }

  private boolean continues(int axis, int top) {
    for (int k = 0; k < layouts.length; k++) {
      if (layouts[k].stride(axis) != strides[k][top] * shape[top]) {
        return false;
      }
    }
    return true;
  }

  /** The axes from the outermost to the innermost. */
  int[] order() {
    return order;
  }

  /** The distance between the items of a run in this layout. */
  long step(int layout) {
    return strides[layout][shape.length - 1];
  }

  /** The room that a run may need, in items. */
  int block() {
    return (int) Math.min(BLOCK, Math.max(1, shape[shape.length - 1]));
  }

  /**
   * @throws CancellationException if the thread is interrupted
   */
  void forEach(Run run) {
    if (layouts[0].size() == 0) {
      return;
    }
    int inner = shape.length - 1;
    long[] row = new long[layouts.length];
    for (int k = 0; k < row.length; k++) {
      row[k] = layouts[k].offset();
    }
    long[] at = new long[row.length];
    long[] index = new long[inner];
    long unchecked = 0;
    do {
      System.arraycopy(row, 0, at, 0, at.length);
      for (long done = 0; done < shape[inner]; done += BLOCK) {
        int count = (int) Math.min(BLOCK, shape[inner] - done);
        run.accept(at, count);
        for (int k = 0; k < at.length; k++) {
          at[k] += count * strides[k][inner];
        }
        unchecked += count;
        if (unchecked >= PATIENCE) {
          checkInterruption();
          unchecked = 0;
        }
      }
    } while (advance(index, row));
  }

  /** The next row of the outer axes; false after the last one. */
  private boolean advance(long[] index, long[] row) {
    for (int axis = index.length - 1; axis >= 0; axis--) {
      boolean more = ++index[axis] < shape[axis];
      for (int k = 0; k < row.length; k++) {
        row[k] += more ? strides[k][axis] : (1 - shape[axis]) * strides[k][axis];
      }
      if (more) {
        return true;
      }
      index[axis] = 0;
    }
    return false;
  }

  static void checkInterruption() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Interrupted while working through an array.");
    }
  }
}
