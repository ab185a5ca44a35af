/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.Session;
import java.util.Optional;

/**
 * What references hang on: a subject, a session, or a dataset.
 *
 * @param lab the lab, or empty
 * @param subject the subject
 * @param session the session, unless the subject is meant
 * @param dataset the path of the dataset below its session, or empty
 */
public record Target(String lab, String subject, Optional<SessionKey> session, String dataset) {

  /** A subject of no known lab. */
  public static Target subject(String subject) {
    return subject("", subject);
  }

  /** A subject. */
  public static Target subject(String lab, String subject) {
    return new Target(lab, subject, Optional.empty(), "");
  }

  /** A session. */
  public static Target of(SessionKey session) {
    return new Target(session.lab(), session.subject(), Optional.of(session), "");
  }

  /** A session. */
  public static Target of(Session session) {
    return of(session.key());
  }

  /** A dataset. */
  public static Target of(Dataset dataset) {
    return of(dataset.session()).dataset(dataset.toString());
  }

  /** A dataset of the session. */
  public Target dataset(String path) {
    return new Target(lab, subject, session, path);
  }

  @Override
  public String toString() {
    String who = lab.isEmpty() ? subject : lab + "/" + subject;
    String what = session.map(SessionKey::toString).orElse(who);
    return dataset.isEmpty() ? what : what + "/" + dataset;
  }
}
