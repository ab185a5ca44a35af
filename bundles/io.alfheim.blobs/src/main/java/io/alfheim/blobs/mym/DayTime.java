/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.mym;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Days and times as decimal digits: {@code yyyymmdd} and {@code hhmmss} with six digits behind. */
final class DayTime {
  /** In the place of what is missing. */
  static final long NONE = -1;

  private static final int MICRO = 1_000_000;

  private DayTime() {}

  static int day(LocalDate day) {
    if (day.getYear() < 1 || day.getYear() > 9999) {
      throw MymException.unpackable("The day " + day, "Days go from year 1 to 9999.");
    }
    return (day.getYear() * 100 + day.getMonthValue()) * 100 + day.getDayOfMonth();
  }

  static long time(LocalTime time) {
    if (time.getNano() % 1000 != 0) {
      throw MymException.unpackable(
          "The time " + time, "Cut off what is finer: truncatedTo(ChronoUnit.MICROS).");
    }
    long seconds = (time.getHour() * 100L + time.getMinute()) * 100 + time.getSecond();
    return seconds * MICRO + time.getNano() / 1000;
  }

  /** What is there of both. */
  static Object of(int day, long time) {
    try {
      if (day == NONE && time == NONE) {
        throw MymException.damaged("a time in it is neither a day nor a time");
      }
      return day == NONE
          ? time(time)
          : time == NONE ? day(day) : LocalDateTime.of(day(day), time(time));
    } catch (DateTimeException e) {
      throw MymException.damaged("a time in it is not of this calendar");
    }
  }

  private static LocalDate day(int digits) {
    return LocalDate.of(digits / 10_000, digits / 100 % 100, digits % 100);
  }

  private static LocalTime time(long digits) {
    long seconds = Math.floorDiv(digits, MICRO);
    if (seconds < 0 || seconds > 235959) {
      throw new DateTimeException("beyond a day");
    }
    int whole = (int) seconds;
    int nano = Math.floorMod(digits, MICRO) * 1000;
    return LocalTime.of(whole / 10_000, whole / 100 % 100, whole % 100, nano);
  }
}
