/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

import io.alfheim.alf.SessionKey;
import java.io.IOException;
import java.util.Optional;

/** All sessions as of one commit. Safe for threads. */
public interface Snapshot {

  /** The commit. */
  CommitId commit();

  /** The session of a key. */
  Optional<SessionEntry> find(SessionKey key) throws IOException;

  /** Visits every session in the order of lab, subject, date and number. */
  void forEach(SessionVisitor visitor) throws IOException;

  /** Is shown sessions. */
  @FunctionalInterface
  interface SessionVisitor {
    /** Looks at one session. */
    void visit(SessionEntry session) throws IOException;
  }
}
