/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import io.alfheim.alf.internal.Quoted;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which session is meant, wherever it lies: who, when, and which one of that day.
 *
 * @param lab the lab, or empty where none is known
 * @param subject the subject
 * @param date the day, year 1 to 9999
 * @param number which session of that day, 0 to 999
 */
public record SessionKey(String lab, String subject, LocalDate date, int number)
    implements Comparable<SessionKey> {
  private static final String SHAPE =
      "A session reads [lab/Subjects/]subject/date/number, for example 'SP026/2021-05-27/001'.";
  private static final Comparator<SessionKey> ORDER = Comparator.comparing(SessionKey::date)
      .thenComparing(SessionKey::subject)
      .thenComparingInt(SessionKey::number)
      .thenComparing(SessionKey::lab);

  /** Checks that the parts can be written as folders and read back. */
  public SessionKey {
    if (!lab.isEmpty() && !SessionFolder.isLab(lab)) {
      throw refused("lab", lab, "letters, digits and '_', but not 'Subjects'");
    }
    if (!SessionFolder.isSubject(subject)) {
      throw refused("subject", subject, "letters, digits, '_', '.' and '-'");
    }
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw refused("date", date.toString(), "a day of the years 1 to 9999");
    }
    if (number < 0 || number > 999) {
      throw refused("number", Integer.toString(number), "a whole number from 0 to 999");
    }
  }

  /** A session of no known lab. */
  public static SessionKey of(String subject, LocalDate date, int number) {
    return new SessionKey("", subject, date, number);
  }

  /**
   * Reads the whole of a text of the form {@code subject/date/number}, {@code lab/subject/date/number} or {@code
   * lab/Subjects/subject/date/number}. To find a session inside a longer path use {@link AlfPath}.
   */
  public static SessionKey parse(String text) {
    return find(text)
        .orElseThrow(
            () -> new InvalidAlfException(text, Quoted.text(text) + " is no session.", SHAPE));
  }

  /** As {@link #parse}, empty if the text is not of that form. */
  public static Optional<SessionKey> find(String text) {
    List<String> parts = List.of(text.split("/", -1));
    return switch (parts.size()) {
      case 3 -> match("", parts);
      case 4 ->
        SessionFolder.isLab(parts.get(0))
            ? match(parts.get(0), parts.subList(1, 4))
            : Optional.empty();
      case 5 ->
        SessionFolder.match(parts).map(SessionFolder::key).filter(key -> !key.lab.isEmpty());
      default -> Optional.empty();
    };
  }

  private static Optional<SessionKey> match(String lab, List<String> three) {
    return SessionFolder.match(lab, three.get(0), three.get(1), three.get(2))
        .map(SessionFolder::key);
  }

  /** The number with three digits: {@code 001}. */
  public String paddedNumber() {
    return (number < 10 ? "00" : number < 100 ? "0" : "") + number;
  }

  /** The canonical folder: {@code [lab/Subjects/]subject/2020-01-01/001}. */
  public String path() {
    return lab.isEmpty() ? toString() : lab + "/Subjects/" + withoutLab();
  }

  /** The same session with the lab forgotten. */
  public SessionKey withoutLab() {
    return new SessionKey("", subject, date, number);
  }

  /** By date, subject and number, then lab; all ascending. */
  @Override
  public int compareTo(SessionKey other) {
    return ORDER.compare(this, other);
  }

  /** The canonical text, which session ids are made from: {@code [lab/]subject/2020-01-01/001}. */
  @Override
  public String toString() {
    String start = lab.isEmpty() ? "" : lab + "/";
    return start + subject + "/" + date + "/" + paddedNumber();
  }

  private static AlfException refused(String part, String value, String allowed) {
    return new AlfException(
        Quoted.text(value) + " is no legal " + part + ": use " + allowed + ".", SHAPE);
  }
}
