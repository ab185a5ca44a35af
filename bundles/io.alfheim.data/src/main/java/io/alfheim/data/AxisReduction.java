/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.Arrays;
import java.util.BitSet;

/** Boils an array down along one axis. */
final class AxisReduction {
  private final NDArray array;
  private final int axis;
  private final long[] rest;
  private final int results;

  AxisReduction(NDArray array, int axis) {
    this.array = array;
    this.axis = array.layout().axis(axis);
    this.rest = Layout.without(array.shape(), this.axis);
    long size = Layout.dense(rest, 1).size();
    if (size > Integer.MAX_VALUE - 8) {
      throw new DataException(
          array.describe() + " has too many rows along axis " + axis + ".",
          "Take a part with slice or rows.");
    }
    this.results = (int) size;
  }

  /** Adds an item to a result so far. */
  interface Step {
    double next(double result, double item, int number);
  }

  /** Adds an item of 64 bits to a result so far. */
  interface ExactStep {
    long next(long result, long item, int number);
  }

  private double[] run(double start, Step step) {
    double[] result = new double[results];
    Arrays.fill(result, start);
    Layout out = Layout.dense(rest, 1).repeat(axis, array.shape(axis));
    Walk walk = Walk.over(array.layout(), out);
    double[] items = new double[walk.block()];
    int apart = (int) walk.step(1);
    walk.forEach((at, count) -> {
      array.memory().doubles(at[0], walk.step(0), items, 0, count);
      for (int i = 0, to = (int) at[1]; i < count; i++, to += apart) {
        result[to] = step.next(result[to], items[i], to);
      }
    });
    return result;
  }

  private NDArray result(double[] values) {
    return NDArray.wrap(values, rest);
  }

  NDArray sum() {
    return result(run(0, (sum, item, at) -> sum + item));
  }

  /** The sums of whole numbers or durations, exactly. */
  NDArray totals() {
    DType type = TimeMath.ofSum(array.dtype());
    boolean unsigned = array.dtype().isUnsignedLong();
    long[] low = new long[results];
    long[] high = new long[results];
    BitSet missing = new BitSet();
    run(low, Memory::bits, (sum, item, at) -> {
      if (isMissing(item)) {
        missing.set(at);
      }
      high[at] += Wide.high(item, unsigned) + Wide.carry(sum + item, item);
      return sum + item;
    });
    for (int i = 0; i < results; i++) {
      if (missing.get(i)) {
        low[i] = TimeCodec.NOT_A_TIME;
      } else if (high[i] != Wide.high(low[i], unsigned) || isMissing(low[i])) {
        throw Elementwise.doesNotFit(type);
      }
    }
    return ArrayFactory.ofBits(type, low, rest);
  }

  private boolean isMissing(long count) {
    return count == TimeCodec.NOT_A_TIME && array.dtype().isTime();
  }

  /** Puts every item together with its result so far. */
  private void run(long[] result, Memory.Reading reading, ExactStep step) {
    Layout out = Layout.dense(rest, 1).repeat(axis, array.shape(axis));
    Walk walk = Walk.over(array.layout(), out);
    long[] items = new long[walk.block()];
    int apart = (int) walk.step(1);
    walk.forEach((at, count) -> {
      reading.read(array.memory(), at[0], walk.step(0), items, 0, count);
      for (int i = 0, to = (int) at[1]; i < count; i++, to += apart) {
        result[to] = step.next(result[to], items[i], to);
      }
    });
  }

  private double[] means() {
    double length = array.shape(axis);
    return Arrays.stream(run(0, (sum, item, at) -> sum + item))
        .map(s -> s / length)
        .toArray();
  }

  NDArray mean() {
    return result(means());
  }

  NDArray std() {
    double[] means = means();
    double length = array.shape(axis);
    double[] squares = run(0, (sum, item, at) -> sum + (item - means[at]) * (item - means[at]));
    return result(Arrays.stream(squares).map(sum -> Math.sqrt(sum / length)).toArray());
  }

  NDArray min() {
    checkNotEmpty();
    return array.dtype().isCounted()
        ? extremes(false)
        : floating(run(Double.POSITIVE_INFINITY, (least, item, at) -> Math.min(least, item)));
  }

  NDArray max() {
    checkNotEmpty();
    return array.dtype().isCounted()
        ? extremes(true)
        : floating(run(Double.NEGATIVE_INFINITY, (most, item, at) -> Math.max(most, item)));
  }

  private NDArray floating(double[] values) {
    return result(values).astype(array.dtype());
  }

  /** The extremes of whole numbers and times, exactly. */
  private NDArray extremes(boolean greatest) {
    Extreme extreme = new Extreme(array, greatest);
    long[] found = new long[results];
    Arrays.fill(found, Long.MIN_VALUE);
    run(found, Memory::bits, (key, bits, at) -> Math.max(key, extreme.key(bits)));
    Arrays.setAll(found, i -> extreme.bits(found[i]));
    return ArrayFactory.ofBits(array.dtype(), found, rest);
  }

  private void checkNotEmpty() {
    if (array.shape(axis) == 0 && results > 0) {
      throw new DataException(
          "Axis " + axis + " is empty, so it has no least or greatest item.",
          "Check shape() first.");
    }
  }
}
