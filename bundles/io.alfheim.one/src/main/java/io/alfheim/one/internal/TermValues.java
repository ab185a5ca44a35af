/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.internal;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.CatalogException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values given for a search term: texts, numbers and dates as people type them.
 *
 * @param term as it was written
 * @param values one after the other
 * @param asList whether they came as a list, of which one date is a beginning and not a day
 */
public record TermValues(String term, List<@Nullable Object> values, boolean asList) {
  private static final int DAY_LENGTH = "2020-01-31".length();

  /** The values, or those of the only list among them. */
  public static TermValues of(String term, @Nullable Object... given) {
    List<@Nullable Object> values = new ArrayList<>();
    boolean asList = false;
    for (Object value : given) {
      if (value instanceof Collection<?> several) {
        values.addAll(several);
        asList = true;
      } else {
        values.add(value);
      }
    }
    return new TermValues(term, values, asList);
  }

  /** All as texts. */
  public String[] texts() {
    return values.stream().map(String::valueOf).toArray(String[]::new);
  }

  /** All as whole numbers; {@code "002"} is 2. */
  public int[] numbers() {
    return values.stream().mapToInt(this::number).toArray();
  }

  private int number(@Nullable Object value) {
    try {
      return value instanceof Number n ? Math.toIntExact(n.longValue()) : parsed(value);
    } catch (ArithmeticException | NumberFormatException e) {
      throw new CatalogException(
          "'" + value + "' is not the number of a session.", "Write a whole number, such as 1.", e);
    }
  }

  private static int parsed(@Nullable Object value) {
    return Integer.parseInt(String.valueOf(value).strip());
  }

  /** The only value as a verdict of quality control, by name or number. */
  public Qc qc() {
    Object value = values.size() == 1 ? values.get(0) : null;
    if (value instanceof Qc qc) {
      return qc;
    }
    return value instanceof Number n ? Qc.parse(n) : Qc.parse(String.valueOf(value));
  }

  /** The first day. */
  public LocalDate from() {
    Object first = pair().get(0);
    return first == null ? LocalDate.MIN : day(first);
  }

  /** The last day. */
  public LocalDate to() {
    Object last = pair().get(values.size() == 1 && !asList ? 0 : 1);
    return last == null ? LocalDate.MAX : day(last);
  }

  private List<@Nullable Object> pair() {
    List<@Nullable Object> pair = new ArrayList<>(values);
    if (values.size() == 1) {
      pair.add(null);
    }
    if (pair.size() != 2) {
      throw new CatalogException(
          "'" + term + "' takes one day or two, not " + values.size() + ".",
          "Write the first and the last day; null for an open end.");
    }
    return pair;
  }

  /** A day, of a text that may go on with a time of day. */
  public static LocalDate day(Object value) {
    if (value instanceof LocalDate date) {
      return date;
    }
    String text = value.toString();
    boolean timed = text.length() > DAY_LENGTH && "T ".indexOf(text.charAt(DAY_LENGTH)) >= 0;
    try {
      return LocalDate.parse(timed ? text.substring(0, DAY_LENGTH) : text);
    } catch (DateTimeException e) {
      throw new CatalogException(
          "'" + text + "' is not a day.", "Write year, month and day: 2020-01-31.", e);
    }
  }
}
