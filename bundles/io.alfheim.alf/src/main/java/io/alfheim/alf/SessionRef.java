/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import io.alfheim.alf.internal.Dates;
import io.alfheim.alf.internal.Quoted;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.TemporalAccessor;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * A session as people cite it in one word: {@code date_number_subject}, for example {@code 2018-07-13_001_flowers}.
 *
 * <p>The number may be padded or not and keeps its spelling; {@link #key} tells which session is meant. Only the first
 * two underscores separate, so a subject may hold more. Padded references sort as texts in the order of date, number
 * and subject.
 *
 * @param date the day
 * @param number one to three digits
 * @param subject the subject
 */
public record SessionRef(LocalDate date, String number, String subject)
    implements Comparable<SessionRef> {
  private static final String SHAPE =
      "A reference reads date_number_subject, for example '2018-07-13_001_flowers'.";
  private static final int DATE_LENGTH = 10;
  private static final Comparator<SessionRef> ORDER =
      Comparator.comparing(SessionRef::key).thenComparing(SessionRef::number);

  /** Checks that the parts can be written and read back. */
  public SessionRef {
    if (!SessionFolder.isNumber(number)) {
      throw new AlfException(
          Quoted.text(number) + " is no number of a session: use one to three digits.", SHAPE);
    }
    SessionKey.of(subject, date, Integer.parseInt(number)); // refuses the others
  }

  /** The padded reference to a session; its lab has no place in it. */
  public static SessionRef of(SessionKey session) {
    return new SessionRef(session.date(), session.paddedNumber(), session.subject());
  }

  /**
   * The reference to a session described field by field, as databases do: {@code date} (or {@code start_time}), {@code
   * number} (or {@code sequence}) and {@code subject}. A number given as text keeps its spelling, one given as a number
   * is not padded. A date is anything that knows its day, or a text that starts with one.
   */
  public static SessionRef of(Map<String, ?> fields) {
    Object date = field(fields, "date", "start_time");
    Object number = field(fields, "sequence", "number");
    Object subject = field(fields, "subject", "subject");
    return new SessionRef(day(date), number.toString(), subject.toString());
  }

  /** Whether the whole of {@code text} is a reference. */
  public static boolean isRef(String text) {
    return find(text).isPresent();
  }

  /** Reads a reference. */
  public static SessionRef parse(String text) {
    return find(text)
        .orElseThrow(() ->
            new InvalidAlfException(text, Quoted.text(text) + " is no session reference.", SHAPE));
  }

  /** Reads a reference, empty if the text is none. */
  public static Optional<SessionRef> find(String text) {
    int first = text.indexOf('_');
    int second = text.indexOf('_', first + 1);
    if (first != DATE_LENGTH || second < 0) {
      return Optional.empty();
    }
    String number = text.substring(first + 1, second);
    return SessionFolder.match("", text.substring(second + 1), text.substring(0, first), number)
        .map(found -> new SessionRef(found.key().date(), number, found.key().subject()));
  }

  /**
   * The reference to the session in a path, spelled as the folder is. Two digits with a zero in front, {@code 01}, are
   * neither plain nor padded: such a folder has no reference of its own.
   */
  public static Optional<SessionRef> findInPath(String path) {
    return SessionFolder.find(path)
        .filter(found -> !(found.number().length() == 2 && found.number().startsWith("0")))
        .map(found ->
            new SessionRef(found.key().date(), found.number(), found.key().subject()));
  }

  /** Which session is meant, of no known lab. */
  public SessionKey key() {
    return SessionKey.of(subject, date, Integer.parseInt(number));
  }

  /** By date, subject and number, then spelling. */
  @Override
  public int compareTo(SessionRef other) {
    return ORDER.compare(this, other);
  }

  /** The reference: {@code date_number_subject}. */
  @Override
  public String toString() {
    return date + "_" + number + "_" + subject;
  }

  private static Object field(Map<String, ?> fields, String name, String otherName) {
    Object value = fields.get(name);
    Object found = value == null ? fields.get(otherName) : value;
    if (found == null) {
      throw new AlfException(
          "No field '" + name + "' among " + fields.keySet() + ".",
          "A reference needs date, number and subject.");
    }
    return found;
  }

  private static LocalDate day(Object date) {
    if (date instanceof TemporalAccessor moment) {
      try {
        return LocalDate.from(moment);
      } catch (DateTimeException dayless) {
        throw noDay(date);
      }
    }
    String text = date.toString();
    String day = text.substring(0, Math.min(DATE_LENGTH, text.length()));
    if (!Dates.isDate(day)) {
      throw noDay(date);
    }
    return Dates.date(day);
  }

  private static AlfException noDay(Object date) {
    return new AlfException(
        Quoted.text(date.toString()) + " names no day.", "Write a day as '2018-07-13'.");
  }
}
