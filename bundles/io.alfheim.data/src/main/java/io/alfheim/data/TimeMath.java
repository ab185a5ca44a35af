/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import io.alfheim.data.DType.Kind;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/**
 * Points in time and durations among each other and with whole numbers, which count units. All is
 * exact; where one of two is not a time, the result is not.
 */
final class TimeMath {
  private static final long NOT_A_TIME = TimeCodec.NOT_A_TIME;

  private TimeMath() {}

  static boolean concerns(NDArray a, NDArray b) {
    return a.dtype().isTime() || b.dtype().isTime();
  }

  /** A point in time plus a duration is a point in time. */
  static NDArray plus(NDArray a, NDArray b) {
    boolean points = isPoint(a) && isPoint(b);
    Kind kind = isPoint(a) || isPoint(b) ? Kind.DATETIME : Kind.TIMEDELTA;
    return combine(a, b, points ? Optional.empty() : Optional.of(kind), Math::addExact);
  }

  /** The difference of two points in time is a duration. */
  static NDArray minus(NDArray a, NDArray b) {
    boolean backwards = isPoint(b) && !isPoint(a);
    Kind kind = isPoint(a) && !isPoint(b) ? Kind.DATETIME : Kind.TIMEDELTA;
    return combine(a, b, backwards ? Optional.empty() : Optional.of(kind), Math::subtractExact);
  }

  /** A duration times a whole number is a duration; times a fraction, a number of its units. */
  static NDArray times(NDArray a, NDArray b) {
    boolean both = a.dtype().isTime() && b.dtype().isTime();
    if (both || isPoint(a) || isPoint(b)) {
      throw noMeaning(a, b, "Take the counts: astype(\"int64\").");
    }
    return a.dtype().isWhole() || b.dtype().isWhole()
        ? combine(a, b, Optional.of(Kind.TIMEDELTA), Math::multiplyExact)
        : new Elementwise(a, b).times();
  }

  /** The ratio of durations is a number; a duration divided by one, a number of its units. */
  static NDArray dividedBy(NDArray a, NDArray b) {
    if (isPoint(a) || isPoint(b) || !a.dtype().isTime()) {
      throw noMeaning(a, b, "Take the counts: astype(\"int64\").");
    }
    return alike(a, b).doubles((x, y) -> x / y);
  }

  static void checkSum(DType type) {
    if (type.kind() == Kind.DATETIME) {
      throw new DataException(
          "Points in time have no sum: " + type + ".",
          "Subtract a point in time first, which gives durations: minus(row(0)).");
    }
  }

  /** What the sums of whole numbers or durations are. */
  static DType ofSum(DType type) {
    checkSum(type);
    return type.isTime()
        ? type(type.kind(), type.unit())
        : type.isUnsignedLong() ? DType.UINT64 : DType.INT64;
  }

  private static boolean isPoint(NDArray array) {
    return array.dtype().kind() == Kind.DATETIME;
  }

  private static NDArray combine(
      NDArray a, NDArray b, Optional<Kind> kind, LongBinaryOperator exact) {
    if (kind.isEmpty() || !a.dtype().isCounted() || !b.dtype().isCounted()) {
      throw noMeaning(
          a,
          b,
          "Take whole units as in minus(5), a row as in minus(row(0)), or the counts: "
              + "astype(\"int64\").");
    }
    String unit = commonUnit(a.dtype(), b.dtype());
    DType type = type(kind.get(), unit);
    LongBinaryOperator operator = keepMissing(a.dtype().isTime(), b.dtype().isTime(), exact);
    try {
      return new Elementwise(inUnit(a, unit), inUnit(b, unit)).longs(type, operator);
    } catch (ArithmeticException e) {
      throw Elementwise.doesNotFit(type);
    }
  }

  private static DataException noMeaning(NDArray a, NDArray b, String hint) {
    return new DataException(
        "Items of type " + a.dtype() + " and " + b.dtype() + " cannot be reckoned with together.",
        hint);
  }

  private static LongBinaryOperator keepMissing(
      boolean leftTime, boolean rightTime, LongBinaryOperator exact) {
    return (x, y) -> {
      boolean missing = (leftTime && x == NOT_A_TIME) || (rightTime && y == NOT_A_TIME);
      return missing ? NOT_A_TIME : there(exact.applyAsLong(x, y));
    };
  }

  /** What is reckoned must not become "not a time" by chance. */
  private static long there(long count) {
    if (count == NOT_A_TIME) {
      throw new ArithmeticException("The least count means that there is no time.");
    }
    return count;
  }

  /** Two arrays to be compared: times in one unit. */
  static Elementwise alike(NDArray a, NDArray b) {
    if (!a.dtype().isTime() || !b.dtype().isTime()) {
      return new Elementwise(a, b);
    }
    if (a.dtype().kind() != b.dtype().kind()) {
      throw new DataException(
          "Points in time and durations cannot be compared: " + a.dtype() + " and " + b.dtype()
              + ".",
          "Subtract a point in time first, which gives durations.");
    }
    String unit = commonUnit(a.dtype(), b.dtype());
    return new Elementwise(inUnit(a, unit), inUnit(b, unit));
  }

  private static NDArray inUnit(NDArray array, String unit) {
    return array.dtype().isTime() && !unit.isEmpty()
        ? array.astype(type(array.dtype().kind(), unit))
        : array;
  }

  private static DType type(Kind kind, String unit) {
    return DType.of(kind.word + (unit.isEmpty() ? "" : "[" + unit + "]"));
  }

  /** The unit of both times, or of the only one. */
  static String commonUnit(DType a, DType b) {
    if (a.unit().equals(b.unit()) || b.unit().isEmpty()) {
      return a.unit();
    } else if (a.unit().isEmpty()) {
      return b.unit();
    }
    Tick left = Tick.of(a.unit());
    Tick right = Tick.of(b.unit());
    boolean lasting = (a.kind() == Kind.TIMEDELTA && left.isCalendar() && !right.isCalendar())
        || (b.kind() == Kind.TIMEDELTA && right.isCalendar() && !left.isCalendar());
    if (lasting) {
      throw noFixedLength(a, b);
    }
    return left.common(right).toString();
  }

  private static DataException noFixedLength(DType a, DType b) {
    return new DataException(
        "Months and years have no fixed length, so " + a + " and " + b + " have no common unit.",
        "Multiply by a length of your choice: astype(\"int64\").times(30).");
  }

  /** Times in another unit; what is finer is cut off, towards the past. */
  static NDArray convert(NDArray array, DType type) {
    DType from = array.dtype();
    Tick unit = Tick.of(type.unit());
    if (!from.unit().isEmpty()
        && type.kind() == Kind.TIMEDELTA
        && Tick.of(from.unit()).isCalendar() != unit.isCalendar()) {
      throw noFixedLength(from, type);
    }
    LongUnaryOperator turned = from.unit().isEmpty()
        ? LongUnaryOperator.identity()
        : Tick.of(from.unit()).to(unit);
    try {
      return Elementwise.mapLongs(
          array,
          type,
          Memory::longs,
          count -> count == NOT_A_TIME ? NOT_A_TIME : there(turned.applyAsLong(count)));
    } catch (ArithmeticException | DateTimeException e) {
      throw new DataException(
          "A time of " + from + " does not fit " + type + ".", "Use a coarser unit.");
    }
  }
}
