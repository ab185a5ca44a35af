/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

import io.alfheim.alf.SessionKey;
import java.util.Optional;

/**
 * Which commits are meant: those that touch sessions of a subject, one session, or any.
 *
 * @param subject the subject, in whatever lab
 * @param session the session
 */
public record Touching(Optional<String> subject, Optional<SessionKey> session) {

  /** Every commit. */
  public static final Touching ANYTHING = new Touching(Optional.empty(), Optional.empty());

  /** Commits that touch a session of a subject. */
  public static Touching subject(String name) {
    return new Touching(Optional.of(name), Optional.empty());
  }

  /** Commits that touch a session. */
  public static Touching session(SessionKey key) {
    return new Touching(Optional.of(key.subject()), Optional.of(key));
  }
}
