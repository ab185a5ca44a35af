/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;

/**
 * Puts two arrays together item by item, after stretching them to one shape: axes are matched from
 * the last one, and an axis of length 1 or none at all is repeated.
 */
final class Elementwise {
  private final NDArray left;
  private final NDArray right;
  private final long[] shape;
  private final Layout leftLayout;
  private final Layout rightLayout;

  Elementwise(NDArray left, NDArray right) {
    this.left = left;
    this.right = right;
    this.shape = commonShape(left, right);
    this.leftLayout = left.layout().broadcast(shape);
    this.rightLayout = right.layout().broadcast(shape);
  }

  /** Whether a pair of numbers has a property. */
  interface DoubleRelation {
    boolean holds(double left, double right);
  }

  /** Whether a pair of whole numbers has a property. */
  interface LongRelation {
    boolean holds(long left, long right);
  }

  private static long[] commonShape(NDArray left, NDArray right) {
    long[] more = left.rank() >= right.rank() ? left.shape() : right.shape();
    long[] fewer = left.rank() >= right.rank() ? right.shape() : left.shape();
    int ahead = more.length - fewer.length;
    for (int axis = 0; axis < fewer.length; axis++) {
      if (more[ahead + axis] == 1) {
        more[ahead + axis] = fewer[axis];
      } else if (fewer[axis] != 1 && fewer[axis] != more[ahead + axis]) {
        throw new DataException(
            "Shapes "
                + Layout.text(left.shape())
                + " and "
                + Layout.text(right.shape())
                + " do not match.",
            "Matched from the last axis, lengths are equal or one of them is 1.");
      }
    }
    return more;
  }

  /** Exact if both are whole numbers, else in {@code float64}. */
  NDArray combine(DoubleBinaryOperator real, LongBinaryOperator whole) {
    return bothWhole() ? longs(whole) : doubles(real);
  }

  private boolean bothWhole() {
    return left.dtype().isWhole() && right.dtype().isWhole();
  }

  NDArray doubles(DoubleBinaryOperator operator) {
    Result result = new Result(DType.FLOAT64);
    double[] a = new double[result.walk.block()];
    double[] b = new double[result.walk.block()];
    result.walk.forEach((at, count) -> {
      left.memory().doubles(at[0], result.walk.step(0), a, 0, count);
      right.memory().doubles(at[1], result.walk.step(1), b, 0, count);
      for (int i = 0; i < count; i++) {
        a[i] = operator.applyAsDouble(a[i], b[i]);
      }
      result.append(a, count);
    });
    return result.array();
  }

  private NDArray longs(LongBinaryOperator operator) {
    Result result = new Result(DType.INT64);
    long[] a = new long[result.walk.block()];
    long[] b = new long[result.walk.block()];
    exactly(() -> result.walk.forEach((at, count) -> {
      left.memory().longs(at[0], result.walk.step(0), a, 0, count);
      right.memory().longs(at[1], result.walk.step(1), b, 0, count);
      for (int i = 0; i < count; i++) {
        a[i] = operator.applyAsLong(a[i], b[i]);
      }
      result.append(a, count);
    }));
    return result.array();
  }

  /** Where the relation holds; whole numbers are compared exactly. */
  NDArray where(DoubleRelation real, LongRelation whole) {
    Result result = new Result(DType.BOOL);
    int room = result.walk.block();
    if (bothWhole()) {
      long[] a = new long[room];
      long[] b = new long[room];
      result.walk.forEach((at, count) -> {
        left.memory().longs(at[0], result.walk.step(0), a, 0, count);
        right.memory().longs(at[1], result.walk.step(1), b, 0, count);
        for (int i = 0; i < count; i++) {
          a[i] = whole.holds(a[i], b[i]) ? 1 : 0;
        }
        result.append(a, count);
      });
      return result.array();
    }
    double[] a = new double[room];
    double[] b = new double[room];
    result.walk.forEach((at, count) -> {
      left.memory().doubles(at[0], result.walk.step(0), a, 0, count);
      right.memory().doubles(at[1], result.walk.step(1), b, 0, count);
      for (int i = 0; i < count; i++) {
        a[i] = real.holds(a[i], b[i]) ? 1 : 0;
      }
      result.append(a, count);
    });
    return result.array();
  }

  static NDArray map(NDArray array, DType type, DoubleUnaryOperator operator) {
    Elementwise alone = new Elementwise(array, array);
    Result result = alone.new Result(type);
    double[] items = new double[result.walk.block()];
    result.walk.forEach((at, count) -> {
      array.memory().doubles(at[0], result.walk.step(0), items, 0, count);
      for (int i = 0; i < count; i++) {
        items[i] = operator.applyAsDouble(items[i]);
      }
      result.append(items, count);
    });
    return result.array();
  }

  /** Converts numbers; see {@link Conversion}. */
  static NDArray convert(NDArray array, DType type) {
    boolean exact = array.dtype().kind() != DType.Kind.FLOAT && type.kind() != DType.Kind.FLOAT;
    if (!exact || type.kind() == DType.Kind.COMPLEX) {
      return map(array, type, item -> item);
    }
    Elementwise alone = new Elementwise(array, array);
    Result result = alone.new Result(type);
    long[] items = new long[result.walk.block()];
    result.walk.forEach((at, count) -> {
      array.memory().longs(at[0], result.walk.step(0), items, 0, count);
      result.append(items, count);
    });
    return result.array();
  }

  static void exactly(Runnable work) {
    try {
      work.run();
    } catch (ArithmeticException e) {
      throw new DataException(
          "A result does not fit int64.", "Reckon in floating point: astype(\"float64\").");
    }
  }

  /** A new array, laid out in memory in the order of the walk that fills it. */
  private final class Result {
    final Walk walk = Walk.over(leftLayout, rightLayout);
    private final Bytes bytes;
    private final DType type;
    private long at;

    Result(DType type) {
      this.type = type;
      this.bytes = Bytes.allocate(type, leftLayout.size());
    }

    void append(double[] items, int count) {
      bytes.put(at, items, count);
      at += count * bytes.unit();
    }

    void append(long[] items, int count) {
      bytes.put(at, items, count);
      at += count * bytes.unit();
    }

    NDArray array() {
      return new NDArray(type, bytes, Layout.dense(shape, walk.order(), bytes.unit()));
    }
  }
}
