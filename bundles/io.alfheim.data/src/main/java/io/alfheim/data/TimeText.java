/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;

/** Points in time as ISO 8601 writes them, to the precision of their unit. */
final class TimeText {
  private static final long DAY = 86_400;

  private TimeText() {}

  /** The text of a count of units since 1970; the bare count if it lies outside the calendar. */
  static String of(long count, String unit) {
    int letters = 0;
    while (letters < unit.length() && Character.isDigit(unit.charAt(letters))) {
      letters++;
    }
    long multiple = letters == 0 ? 1 : Long.parseLong(unit.substring(0, letters));
    try {
      return text(Math.multiplyExact(count, multiple), unit.substring(letters));
    } catch (ArithmeticException | DateTimeException e) {
      return count + (unit.isEmpty() ? "" : " " + unit);
    }
  }

  private static String text(long count, String unit) {
    return switch (unit) {
      case "Y" -> year(Math.addExact(1970, count));
      case "M" ->
        year(1970 + Math.floorDiv(count, 12)) + "-" + padded(Math.floorMod(count, 12) + 1, 2);
      case "W" -> date(Math.multiplyExact(count, 7));
      case "D" -> date(count);
      case "h" -> date(Math.floorDiv(count, 24)) + "T" + padded(Math.floorMod(count, 24), 2);
      case "m" -> second(Math.multiplyExact(count, 60)).substring(0, minuteEnd(count));
      case "s" -> second(count);
      case "ms" -> fraction(count, 3);
      case "us" -> fraction(count, 6);
      case "ns" -> fraction(count, 9);
      case "ps" -> fraction(count, 12);
      case "fs" -> fraction(count, 15);
      case "as" -> fraction(count, 18);
      default -> Long.toString(count);
    };
  }

  private static int minuteEnd(long minutes) {
    return date(Math.floorDiv(minutes, 1440)).length() + "T00:00".length();
  }

  private static String year(long year) {
    return padded(year, year < 0 ? 5 : 4);
  }

  private static String date(long day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    String month = padded(date.getMonthValue(), 2);
    return year(date.getYear()) + "-" + month + "-" + padded(date.getDayOfMonth(), 2);
  }

  private static String second(long second) {
    LocalTime time = LocalTime.ofSecondOfDay(Math.floorMod(second, DAY));
    return date(Math.floorDiv(second, DAY)) + "T" + padded(time.getHour(), 2) + ":"
        + padded(time.getMinute(), 2) + ":" + padded(time.getSecond(), 2);
  }

  private static String fraction(long count, int digits) {
    long parts = 1;
    for (int i = 0; i < digits; i++) {
      parts *= 10;
    }
    return second(Math.floorDiv(count, parts)) + "." + padded(Math.floorMod(count, parts), digits);
  }

  /** In the digits of ISO 8601, whatever those of the user are. */
  private static String padded(long number, int width) {
    return String.format(Locale.ROOT, "%0" + width + "d", number);
  }
}
