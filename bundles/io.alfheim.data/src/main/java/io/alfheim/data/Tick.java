/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * What times are counted in: so many days, seconds or parts of them, or months by the calendar.
 *
 * @param multiple how many of the base make one
 * @param base as {@code M} or {@code ns}
 */
record Tick(long multiple, String base) {
  private static final Tick DAY = new Tick(1, "D");
  private static final List<String> BASES =
      List.of("as", "fs", "ps", "ns", "us", "ms", "s", "m", "h", "D", "W");

  /** How many of the base before make up each of {@link #BASES}. */
  private static final int[] PARTS = {1, 1000, 1000, 1000, 1000, 1000, 1000, 60, 60, 24, 7};

  /** As in {@code 25s}. */
  static Tick of(String unit) {
    int digits = 0;
    while (digits < unit.length() && Character.isDigit(unit.charAt(digits))) {
      digits++;
    }
    return new Tick(
        digits == 0 ? 1 : Long.parseLong(unit.substring(0, digits)), unit.substring(digits));
  }

  /** Whether it is as long as the calendar says: months and years. */
  boolean isCalendar() {
    return base.equals("M") || base.equals("Y");
  }

  /** In months, or in parts of a second. */
  private BigInteger length() {
    BigInteger length = BigInteger.valueOf(base.equals("Y") ? 12 * multiple : multiple);
    for (int i = 0; !isCalendar() && i <= BASES.indexOf(base); i++) {
      length = length.multiply(BigInteger.valueOf(PARTS[i]));
    }
    return length;
  }

  /** The longest tick that both are multiples of; of months and days, the day. */
  Tick common(Tick other) {
    if (isCalendar() != other.isCalendar()) {
      return isCalendar() ? DAY.common(other) : common(DAY);
    }
    Tick finer = new Tick(1, isFinerThan(other) ? base : other.base);
    return new Tick(
        length().gcd(other.length()).divide(finer.length()).longValueExact(), finer.base);
  }

  private boolean isFinerThan(Tick other) {
    return isCalendar() ? base.equals("M") : BASES.indexOf(base) < BASES.indexOf(other.base);
  }

  /**
   * Turns counts of these into counts of others, rounded down. It throws an {@link
   * ArithmeticException} or a {@link java.time.DateTimeException} for what does not fit.
   */
  LongUnaryOperator to(Tick other) {
    if (isCalendar() == other.isCalendar()) {
      return scale(length(), other.length());
    }
    if (isCalendar()) {
      LongUnaryOperator months = to(new Tick(1, "M"));
      LongUnaryOperator days = DAY.to(other);
      return count ->
          days.applyAsLong(LocalDate.EPOCH.plusMonths(months.applyAsLong(count)).toEpochDay());
    }
    LongUnaryOperator days = to(DAY);
    LongUnaryOperator months = new Tick(1, "M").to(other);
    return count -> {
      LocalDate date = LocalDate.ofEpochDay(days.applyAsLong(count));
      return months.applyAsLong((date.getYear() - 1970) * 12L + date.getMonthValue() - 1);
    };
  }

  private static LongUnaryOperator scale(BigInteger from, BigInteger to) {
    BigInteger common = from.gcd(to);
    BigInteger by = from.divide(common);
    BigInteger parts = to.divide(common);
    if (parts.equals(BigInteger.ONE) && by.bitLength() < Long.SIZE) {
      long factor = by.longValueExact();
      return count -> Math.multiplyExact(count, factor);
    }
    if (by.equals(BigInteger.ONE) && parts.bitLength() < Long.SIZE) {
      long divisor = parts.longValueExact();
      return count -> Math.floorDiv(count, divisor);
    }
    return count -> {
      BigInteger[] whole = BigInteger.valueOf(count).multiply(by).divideAndRemainder(parts);
      return whole[0].add(BigInteger.valueOf(Math.min(0, whole[1].signum()))).longValueExact();
    };
  }

  /** As the name of a type has it. */
  @Override
  public String toString() {
    return multiple == 1 ? base : multiple + base;
  }
}
