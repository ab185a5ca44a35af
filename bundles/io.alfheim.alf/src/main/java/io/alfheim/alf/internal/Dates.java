/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf.internal;

import java.time.LocalDate;
import java.time.YearMonth;

/** Calendar dates of the one form {@code 2020-01-31}, told without throwing: a scan asks for every folder. */
public final class Dates {
  private Dates() {}

  /** Whether {@code text} is four, two and two ASCII digits naming a day that exists, from year 1 on. */
  public static boolean isDate(String text) {
    if (!hasShape(text)) {
      return false;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    return year >= 1
        && month >= 1
        && month <= 12
        && day >= 1
        && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
  }

  /** The date of a text for which {@link #isDate} holds. */
  public static LocalDate date(String text) {
    return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
  }

  private static boolean hasShape(String text) {
    if (text.length() != 10) {
      return false;
    }
    for (int i = 0; i < 10; i++) {
      char c = text.charAt(i);
      boolean dash = i == 4 || i == 7;
      if (dash ? c != '-' : !Chars.isDigit(c)) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    int n = 0;
    for (int i = from; i < to; i++) {
      n = 10 * n + (text.charAt(i) - '0');
    }
    return n;
  }
}
