/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.spi.SessionQuery.OnDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/** Days, months, years and ranges of them, as people write them. */
final class Days {
  private static final String RANGE = "..";

  private Days() {}

  /** Reads {@code 2020-01-31}, {@code 2020-01}, {@code 2020}, {@code 2019..2020-06}, {@code 2020..}. */
  static OnDate parse(String text) {
    int dots = text.indexOf(RANGE);
    if (dots < 0) {
      return period(text);
    }
    String from = text.substring(0, dots);
    String to = text.substring(dots + RANGE.length());
    return new OnDate(
        from.isEmpty() ? LocalDate.MIN : period(from).from(),
        to.isEmpty() ? LocalDate.MAX : period(to).to());
  }

  private static OnDate period(String text) {
    try {
      return switch (text.length()) {
        case 4 ->
          new OnDate(Year.parse(text).atDay(1), Year.parse(text).atMonth(12).atEndOfMonth());
        case 7 -> {
          YearMonth month = YearMonth.parse(text);
          yield new OnDate(month.atDay(1), month.atEndOfMonth());
        }
        default -> new OnDate(LocalDate.parse(text), LocalDate.parse(text));
      };
    } catch (DateTimeException e) {
      throw new CatalogException(
          "'" + text + "' is not a day, month or year.",
          "Write 2020-01-31, 2020-01, 2020, or a range such as 2020-01..2020-06.",
          e);
    }
  }
}
