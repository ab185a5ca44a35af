/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.function.DoubleUnaryOperator;

/**
 * The reckoning half of {@link NDArray}, which is the only array there is.
 *
 * <p>Reductions of floating point numbers are done in {@code float64} and give NaN if one item is
 * NaN. Arithmetic on whole numbers gives {@code int64}, exactly or not at all; anything else gives
 * {@code float64}. The difference of points in time is a duration, in the longest unit that both
 * are whole multiples of, and whole numbers count units; all of this is exact. Points in time are
 * neither added up nor multiplied. Two arrays are matched from the last axis, where axes of length
 * 1 are repeated.
 */
abstract sealed class ArrayMath permits NDArray {

  abstract NDArray self();

  private Reduction reduce() {
    return new Reduction(self());
  }

  private AxisReduction reduce(int axis) {
    return new AxisReduction(self(), axis);
  }

  private boolean isWhole() {
    return self().dtype().isWhole();
  }

  /**
   * The sum of all items, rounded to a {@code double}; 0 if there are none. Of durations in their
   * unit.
   *
   * @throws DataException if the items are points in time
   */
  public double sum() {
    TimeMath.checkSum(self().dtype());
    return isWhole() ? reduce().total().toDouble() : reduce().sum();
  }

  /**
   * The sum of all whole numbers, exactly; of {@code bool}, how many are true; of durations in
   * their unit.
   *
   * @throws DataException if an item is not whole or not a time, or the sum does not fit 64 bits
   */
  public long sumLong() {
    TimeMath.checkSum(self().dtype());
    return reduce().total().toLong();
  }

  /** The mean of all items; NaN if there are none. */
  public double mean() {
    return reduce().sum() / self().size();
  }

  /** The standard deviation of all items, divided by their number; NaN if there are none. */
  public double std() {
    return Math.sqrt(reduce().sumOfSquares(mean()) / self().size());
  }

  /** The mean of the items that are not NaN; NaN if there are none. */
  public double nanmean() {
    double[] found = reduce().sumAndCountOfNumbers();
    return found[0] / found[1];
  }

  /** The least item, rounded to a {@code double}; exactly: {@code flatten().min(0)}. */
  public double min() {
    checkNotEmpty();
    return reduce().min();
  }

  /** The greatest item, rounded to a {@code double}; exactly: {@code flatten().max(0)}. */
  public double max() {
    checkNotEmpty();
    return reduce().max();
  }

  /** The row-major number of the first least item, or of the first NaN or not-a-time. */
  public long argmin() {
    checkNotEmpty();
    return reduce().indexOfExtreme(false);
  }

  /** The row-major number of the first greatest item, or of the first NaN or not-a-time. */
  public long argmax() {
    checkNotEmpty();
    return reduce().indexOfExtreme(true);
  }

  private void checkNotEmpty() {
    if (self().size() == 0) {
      throw new DataException("An empty array has no least or greatest item.", "Check size().");
    }
  }

  /** Whether any item is true or not 0. */
  public boolean any() {
    return reduce().countNonZero() > 0;
  }

  /** Whether all items are true or not 0. */
  public boolean all() {
    return reduce().countNonZero() == self().size();
  }

  /**
   * The sums along an axis: of durations durations, of {@code uint64} the same, of other whole
   * numbers {@code int64}, all exactly; else {@code float64}.
   *
   * @throws DataException if a whole sum does not fit, or the items are points in time
   */
  public NDArray sum(int axis) {
    boolean exact = self().dtype().isCounted();
    return exact ? reduce(axis).totals() : reduce(axis).sum();
  }

  /** The means along an axis, in {@code float64}. */
  public NDArray mean(int axis) {
    return reduce(axis).mean();
  }

  /** The standard deviations along an axis. */
  public NDArray std(int axis) {
    return reduce(axis).std();
  }

  /** The least items along an axis. */
  public NDArray min(int axis) {
    return reduce(axis).min();
  }

  /** The greatest items along an axis. */
  public NDArray max(int axis) {
    return reduce(axis).max();
  }

  private Elementwise with(NDArray other) {
    return new Elementwise(self(), other);
  }

  private Elementwise alike(NDArray other) {
    return TimeMath.alike(self(), other);
  }

  /** Adds item by item. */
  public NDArray plus(NDArray other) {
    return TimeMath.concerns(self(), other)
        ? TimeMath.plus(self(), other)
        : with(other).plus();
  }

  /**
   * Adds a number; the result is {@code float64}.
   *
   * @throws DataException if the items are times, to which only whole numbers are added
   */
  public NDArray plus(double value) {
    return plus(NDArray.scalar(value));
  }

  /** Adds a whole number. */
  public NDArray plus(long value) {
    return plus(NDArray.scalar(value));
  }

  /** Subtracts item by item. */
  public NDArray minus(NDArray other) {
    return TimeMath.concerns(self(), other)
        ? TimeMath.minus(self(), other)
        : with(other).minus();
  }

  /**
   * Subtracts a number; the result is {@code float64}.
   *
   * @throws DataException if the items are times, from which only whole numbers are subtracted
   */
  public NDArray minus(double value) {
    return minus(NDArray.scalar(value));
  }

  /** Subtracts a whole number. */
  public NDArray minus(long value) {
    return minus(NDArray.scalar(value));
  }

  /**
   * Multiplies item by item. A duration times a whole number is a duration; times any other number,
   * how many of its units that is, in {@code float64}.
   *
   * @throws DataException if an item is a point in time, or both are durations
   */
  public NDArray times(NDArray other) {
    return TimeMath.concerns(self(), other)
        ? TimeMath.times(self(), other)
        : with(other).times();
  }

  /** Multiplies by a number; the result is {@code float64}, of durations in their unit. */
  public NDArray times(double value) {
    return times(NDArray.scalar(value));
  }

  /** Multiplies by a whole number. */
  public NDArray times(long value) {
    return times(NDArray.scalar(value));
  }

  /**
   * Divides item by item; the result is {@code float64}. The ratio of durations has no unit; a
   * duration divided by a number is in its unit.
   *
   * @throws DataException if an item is a point in time, or only the divisor is a duration
   */
  public NDArray dividedBy(NDArray other) {
    return TimeMath.concerns(self(), other)
        ? TimeMath.dividedBy(self(), other)
        : with(other).doubles((a, b) -> a / b);
  }

  /** Divides by a number; the result is {@code float64}, of durations in their unit. */
  public NDArray dividedBy(double value) {
    return dividedBy(NDArray.scalar(value));
  }

  /** Any function of each item, as in {@code map(Math::abs)}; the result is {@code float64}. */
  public NDArray map(DoubleUnaryOperator function) {
    return Elementwise.map(self(), DType.FLOAT64, function);
  }

  /** The differences of neighbours along the last axis. */
  public NDArray diff() {
    int axis = self().layout().axis(-1);
    long length = self().shape(axis);
    return self().slice(axis, 1, length).minus(self().slice(axis, 0, Math.max(0, length - 1)));
  }

  /** Where items are greater than those of another array. */
  public NDArray greaterThan(NDArray other) {
    return alike(other).where((a, b) -> a > b);
  }

  /** Where items are greater than a number. */
  public NDArray greaterThan(double value) {
    return greaterThan(NDArray.scalar(value));
  }

  /** Where items are greater than a whole number, exactly. */
  public NDArray greaterThan(long value) {
    return greaterThan(NDArray.scalar(value));
  }

  /** Where items are less than those of another array. */
  public NDArray lessThan(NDArray other) {
    return alike(other).where((a, b) -> a < b);
  }

  /** Where items are less than a number. */
  public NDArray lessThan(double value) {
    return lessThan(NDArray.scalar(value));
  }

  /** Where items are less than a whole number, exactly. */
  public NDArray lessThan(long value) {
    return lessThan(NDArray.scalar(value));
  }

  /** Where items are a number or greater. */
  public NDArray atLeast(double value) {
    return alike(NDArray.scalar(value)).where((a, b) -> a >= b);
  }

  /** Where items are at least this whole number, exactly. */
  public NDArray atLeast(long value) {
    return alike(NDArray.scalar(value)).where((a, b) -> a >= b);
  }

  /** Where items are a number or less. */
  public NDArray atMost(double value) {
    return alike(NDArray.scalar(value)).where((a, b) -> a <= b);
  }

  /** Where items are at most this whole number, exactly. */
  public NDArray atMost(long value) {
    return alike(NDArray.scalar(value)).where((a, b) -> a <= b);
  }

  /** Where items are those of another array; NaN and not-a-time are like nothing. */
  public NDArray equalTo(NDArray other) {
    return alike(other).where((a, b) -> a == b);
  }

  /** Where items are this number. */
  public NDArray equalTo(double value) {
    return equalTo(NDArray.scalar(value));
  }

  /** Where items are this whole number, however large. */
  public NDArray equalTo(long value) {
    return equalTo(NDArray.scalar(value));
  }

  /** Where items are this text. */
  public NDArray equalTo(String text) {
    return Selection.equalTo(self(), text);
  }

  /** Where items are NaN. */
  public NDArray isNaN() {
    return with(self()).whereReal((a, b) -> Double.isNaN(a));
  }

  /** Where both are true or not 0. */
  public NDArray and(NDArray other) {
    return with(other).whereReal((a, b) -> a != 0 && b != 0);
  }

  /** Where one of both is true or not 0. */
  public NDArray or(NDArray other) {
    return with(other).whereReal((a, b) -> a != 0 || b != 0);
  }

  /** Where items are false or 0. */
  public NDArray not() {
    return with(self()).whereReal((a, b) -> a == 0);
  }
}
