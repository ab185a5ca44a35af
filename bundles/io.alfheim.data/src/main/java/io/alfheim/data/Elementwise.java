/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

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

  /** The sums; exact if both are whole numbers, else in {@code float64}. */
  NDArray plus() {
    boolean unsignedA = left.dtype().isUnsignedLong();
    boolean unsignedB = right.dtype().isUnsignedLong();
    return combine(
        Double::sum,
        Memory::bits,
        unsignedA || unsignedB ? (a, b) -> Wide.plus(a, unsignedA, b, unsignedB) : Math::addExact);
  }

  /** The differences; exact if both are whole numbers, else in {@code float64}. */
  NDArray minus() {
    boolean unsignedA = left.dtype().isUnsignedLong();
    boolean unsignedB = right.dtype().isUnsignedLong();
    return combine(
        (a, b) -> a - b,
        Memory::bits,
        unsignedA || unsignedB
            ? (a, b) -> Wide.minus(a, unsignedA, b, unsignedB)
            : Math::subtractExact);
  }

  /** The products; exact if both are whole numbers, else in {@code float64}. */
  NDArray times() {
    return combine((a, b) -> a * b, Memory::longs, Math::multiplyExact);
  }

  private NDArray combine(
      DoubleBinaryOperator real, Memory.Reading reading, LongBinaryOperator whole) {
    boolean exact = left.dtype().isWhole() && right.dtype().isWhole();
    if (!exact) {
      return doubles(real);
    }
    try {
      return longs(DType.INT64, reading, whole);
    } catch (ArithmeticException e) {
      throw doesNotFit(DType.INT64);
    }
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

  /** Exactly, or an {@link ArithmeticException}. */
  NDArray longs(DType type, LongBinaryOperator operator) {
    return longs(type, Memory::longs, operator);
  }

  private NDArray longs(DType type, Memory.Reading reading, LongBinaryOperator operator) {
    Result result = new Result(type);
    long[] a = new long[result.walk.block()];
    long[] b = new long[result.walk.block()];
    result.walk.forEach((at, count) -> {
      reading.read(left.memory(), at[0], result.walk.step(0), a, 0, count);
      reading.read(right.memory(), at[1], result.walk.step(1), b, 0, count);
      for (int i = 0; i < count; i++) {
        a[i] = operator.applyAsLong(a[i], b[i]);
      }
      result.append(a, count);
    });
    return result.array();
  }

  /** Where the relation holds; whole numbers and times are compared exactly. */
  NDArray where(DoubleRelation relation) {
    return left.dtype().isCounted() && right.dtype().isCounted()
        ? whereOrdered(relation)
        : whereReal(relation);
  }

  /** How a pair is ordered, a number less than, equal to or greater than 0, is related to 0. */
  private NDArray whereOrdered(DoubleRelation relation) {
    Result result = new Result(DType.BOOL);
    long[] a = new long[result.walk.block()];
    long[] b = new long[result.walk.block()];
    result.walk.forEach((at, count) -> {
      left.memory().bits(at[0], result.walk.step(0), a, 0, count);
      right.memory().bits(at[1], result.walk.step(1), b, 0, count);
      for (int i = 0; i < count; i++) {
        a[i] = relation.holds(order(a[i], b[i]), 0) ? 1 : 0;
      }
      result.append(a, count);
    });
    return result.array();
  }

  /** NaN if one of them is not a time. */
  private double order(long a, long b) {
    if ((a == TimeCodec.NOT_A_TIME && left.dtype().isTime())
        || (b == TimeCodec.NOT_A_TIME && right.dtype().isTime())) {
      return Double.NaN;
    }
    boolean hugeLeft = a < 0 && left.dtype().isUnsignedLong();
    boolean hugeRight = b < 0 && right.dtype().isUnsignedLong();
    return hugeLeft == hugeRight ? Long.compare(a, b) : hugeLeft ? 1 : -1;
  }

  /** Where the relation holds between numbers as {@code float64}. */
  NDArray whereReal(DoubleRelation relation) {
    Result result = new Result(DType.BOOL);
    double[] a = new double[result.walk.block()];
    double[] b = new double[result.walk.block()];
    result.walk.forEach((at, count) -> {
      left.memory().doubles(at[0], result.walk.step(0), a, 0, count);
      right.memory().doubles(at[1], result.walk.step(1), b, 0, count);
      for (int i = 0; i < count; i++) {
        a[i] = relation.holds(a[i], b[i]) ? 1 : 0;
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
    if (type.kind() == DType.Kind.FLOAT && type.itemSize() == Float.BYTES && isLong(array)) {
      return floats(array, type);
    }
    boolean exact = array.dtype().kind() != DType.Kind.FLOAT && type.kind() != DType.Kind.FLOAT;
    if (!exact || type.kind() == DType.Kind.COMPLEX) {
      return map(array, type, item -> item);
    }
    boolean truth = type.kind() == DType.Kind.BOOL;
    return mapLongs(array, type, truth ? Memory::bits : Memory::longs, item -> item);
  }

  static boolean isLong(NDArray array) {
    return array.dtype().isWhole() && array.dtype().itemSize() == Long.BYTES;
  }

  /** Whole numbers of 64 bits, which a {@code double} between would round twice. */
  private static NDArray floats(NDArray array, DType type) {
    boolean unsigned = array.dtype().isUnsignedLong();
    Elementwise alone = new Elementwise(array, array);
    Result result = alone.new Result(type);
    long[] bits = new long[result.walk.block()];
    double[] items = new double[result.walk.block()];
    result.walk.forEach((at, count) -> {
      array.memory().bits(at[0], result.walk.step(0), bits, 0, count);
      for (int i = 0; i < count; i++) {
        items[i] = Wide.toFloat(bits[i], unsigned);
      }
      result.append(items, count);
    });
    return result.array();
  }

  /** Reckons with whole numbers or counts of times. */
  static NDArray mapLongs(
      NDArray array, DType type, Memory.Reading reading, LongUnaryOperator operator) {
    Elementwise alone = new Elementwise(array, array);
    Result result = alone.new Result(type);
    long[] items = new long[result.walk.block()];
    result.walk.forEach((at, count) -> {
      reading.read(array.memory(), at[0], result.walk.step(0), items, 0, count);
      for (int i = 0; i < count; i++) {
        items[i] = operator.applyAsLong(items[i]);
      }
      result.append(items, count);
    });
    return result.array();
  }

  static void exactly(Runnable work) {
    try {
      work.run();
    } catch (ArithmeticException e) {
      throw doesNotFit(DType.INT64);
    }
  }

  static DataException doesNotFit(DType type) {
    return new DataException(
        "A result does not fit " + type + ".",
        type.isTime() ? "Use a coarser unit." : "Reckon in floating point: astype(\"float64\").");
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
