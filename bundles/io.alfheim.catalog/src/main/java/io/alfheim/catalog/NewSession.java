/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import java.time.LocalDate;
import java.util.List;

/**
 * A session to be made: {@code newSession(NewSession.of("KS014", date).protocol("choice"))}. Immutable.
 *
 * @param lab the lab, or empty for that of the subject's other sessions
 * @param subject the subject
 * @param date the day
 * @param store where its files go, or empty for the store of the subject's other sessions
 * @param protocol the task protocol, or empty
 * @param projects the projects
 */
public record NewSession(
    String lab,
    String subject,
    LocalDate date,
    String store,
    String protocol,
    List<String> projects) {

  /** Copies the list. */
  public NewSession {
    projects = List.copyOf(projects);
  }

  /** Of a subject on a day. */
  public static NewSession of(String subject, LocalDate date) {
    return new NewSession("", subject, date, "", "", List.of());
  }

  /** In a lab. */
  public NewSession lab(String name) {
    return new NewSession(name, subject, date, store, protocol, projects);
  }

  /** With its files in a store. */
  public NewSession store(String name) {
    return new NewSession(lab, subject, date, name, protocol, projects);
  }

  /** With a task protocol. */
  public NewSession protocol(String name) {
    return new NewSession(lab, subject, date, store, name, projects);
  }

  /** In these projects. */
  public NewSession projects(String... names) {
    return new NewSession(lab, subject, date, store, protocol, List.of(names));
  }
}
