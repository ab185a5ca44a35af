/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables;

import java.time.LocalDate;
import java.util.Locale;

/**
 * One row of a table of sessions.
 *
 * @param id the experiment id, as text; a path where tables were made without ids
 * @param lab or empty
 * @param subject the subject
 * @param date the day
 * @param number on that day
 * @param protocol the task protocol, or empty
 * @param projects names joined by commas, or empty
 */
public record TableSession(
    String id,
    String lab,
    String subject,
    LocalDate date,
    int number,
    String protocol,
    String projects) {

  /** For people: {@code lab/subject/2020-01-01/001}. */
  public String name() {
    String place = lab.isEmpty() ? "" : lab + "/";
    return String.format(Locale.ROOT, "%s%s/%s/%03d", place, subject, date, number);
  }
}
