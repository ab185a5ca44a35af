/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import io.alfheim.alf.internal.Chars;
import io.alfheim.alf.internal.Dates;
import java.util.List;
import java.util.Optional;

/**
 * A session as its folder spells it, and the one rule that tells session folders from others.
 *
 * <p><b>The rule.</b> A folder is a session folder if the last three names of its path are a subject, a date and a
 * number: a <em>subject</em> is one or more letters, digits, underscores, dots or dashes (and not {@code .} or {@code
 * ..}); a <em>date</em> is a day of the calendar, {@code 2020-01-31}; a <em>number</em> is one to three digits. Names
 * are judged whole. Its lab is the name two levels above the subject, if the level between is exactly {@code Subjects}
 * and the name is made of letters, digits and underscores; otherwise the session has no known lab. In a path that holds
 * several, the first from the left counts, so sessions do not nest.
 *
 * <p>All methods are plain loops over the names and compile no pattern: a scan may ask for every folder of a store.
 *
 * @param key which session this is
 * @param number the number as the folder spells it: {@code 1}, {@code 01} or {@code 001}
 */
public record SessionFolder(SessionKey key, String number) {
  static final String SUBJECTS = "Subjects";

  /** Checks that spelling and number agree. */
  public SessionFolder {
    if (!isNumber(number) || Integer.parseInt(number) != key.number()) {
      throw new AlfException(
          "'" + number + "' does not spell the number of session '" + key + "'.", "");
    }
  }

  /** Judges the folder whose path ends in these names, outermost first; names above them do not matter. */
  public static Optional<SessionFolder> match(List<String> folders) {
    int n = folders.size();
    if (n < 3) {
      return Optional.empty();
    }
    String lab = n >= 5 && folders.get(n - 4).equals(SUBJECTS) ? folders.get(n - 5) : "";
    return match(isLab(lab) ? lab : "", folders.get(n - 3), folders.get(n - 2), folders.get(n - 1));
  }

  /** Judges three folder names below a lab; an empty {@code lab} is none. */
  public static Optional<SessionFolder> match(
      String lab, String subject, String date, String number) {
    // Numbers and dates are rare among folder names: asking for them first ends most calls early.
    if (!isNumber(number)
        || !isDate(date)
        || !isSubject(subject)
        || !(lab.isEmpty() || isLab(lab))) {
      return Optional.empty();
    }
    SessionKey key = new SessionKey(lab, subject, Dates.date(date), Integer.parseInt(number));
    return Optional.of(new SessionFolder(key, number));
  }

  /** The session inside a path of any depth, below it too; {@link AlfPath} tells what lies around it. */
  public static Optional<SessionFolder> find(String path) {
    return AlfPath.of(path).findSession();
  }

  /** Whether a folder of this name can be a lab. */
  public static boolean isLab(String name) {
    return Chars.isWord(name) && !name.equals(SUBJECTS);
  }

  /** Whether a folder of this name can be a subject. */
  public static boolean isSubject(String name) {
    return Chars.isFolder(name);
  }

  /** Whether this is a day of the calendar written {@code 2020-01-31}. */
  public static boolean isDate(String name) {
    return Dates.isDate(name);
  }

  /** Whether this is one to three ASCII digits. */
  public static boolean isNumber(String name) {
    return Chars.isDigits(name, 1, 3);
  }

  /** Whether the number is spelled with three digits, as it is written anew. */
  public boolean isPadded() {
    return number.length() == 3;
  }

  /** As spelled, without the folder {@code Subjects}: {@code [lab/]subject/2020-01-01/1}. */
  @Override
  public String toString() {
    String padded = key.toString();
    return padded.substring(0, padded.length() - 3) + number;
  }
}
