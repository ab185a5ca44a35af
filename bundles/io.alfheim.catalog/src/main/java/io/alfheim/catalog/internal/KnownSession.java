/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.Snapshot;
import io.alfheim.catalog.spi.Touching;
import io.alfheim.catalog.spi.UnreadableSessionException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the record knows of a session. Where what is written there is damaged, this is what the newest
 * commit says that has it in order.
 *
 * @param session nothing if it is new, or if no commit has it in order
 * @param damaged whether it has to be written anew
 * @param since which commit that is, if it is damaged
 */
record KnownSession(Optional<SessionEntry> session, boolean damaged, CommitId since) {

  /**
   * Reads.
   *
   * @throws UnreadableSessionException if it may be read at another time or by another program, and
   *     must not be replaced
   */
  static KnownSession find(SessionRecord record, Snapshot now, SessionKey key) throws IOException {
    try {
      return new KnownSession(now.find(key), false, CommitId.NONE);
    } catch (UnreadableSessionException e) {
      if (!e.isDamaged()) {
        throw e;
      }
      return former(record, now.commit(), key);
    }
  }

  private static KnownSession former(SessionRecord record, CommitId now, SessionKey key)
      throws IOException {
    List<KnownSession> newest = new ArrayList<>(1);
    record.history().log(now, Touching.session(key), commit -> {
      readable(record.at(commit.id()), key)
          .map(old -> new KnownSession(Optional.of(old), true, commit.id()))
          .ifPresent(newest::add);
      return newest.isEmpty();
    });
    return newest.isEmpty()
        ? new KnownSession(Optional.empty(), true, CommitId.NONE)
        : newest.get(0);
  }

  private static Optional<SessionEntry> readable(Snapshot old, SessionKey key) throws IOException {
    try {
      return old.find(key);
    } catch (UnreadableSessionException e) {
      if (!e.isDamaged()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** What is to be said when a damaged one was written anew. */
  String told() {
    return session.isPresent()
        ? "was damaged in the record, and was put right as of commit '" + since
            + "' and with the files that are here now; what was said of it since is lost"
        : "was damaged in the record, and was made anew from the files that are here: no older"
            + " commit has it in order, so that its QC, default revisions, protocol, projects,"
            + " given ids and other stores are lost";
  }
}
