/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

import io.alfheim.alf.SessionKey;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** All sessions as of one commit. Safe for threads. */
public interface Snapshot {

  /** The commit. */
  CommitId commit();

  /**
   * The session of a key.
   *
   * @throws UnreadableSessionException if it is there and cannot be read
   */
  Optional<SessionEntry> find(SessionKey key) throws IOException;

  /** Visits every session in the order of lab, subject, date and number. */
  void forEach(SessionVisitor visitor) throws IOException;

  /**
   * The lines of a note, sorted; none if there is no such note. A note is what another bundle says of
   * sessions and subjects; the record keeps it, merges it line by line, and does not understand it.
   */
  List<String> note(NotePath path) throws IOException;

  /**
   * A word for all that the notes of a topic say, which is the same exactly as long as they say the
   * same; empty if there are none. Reads none of them.
   */
  String notesId(String topic) throws IOException;

  /** Visits what the notes of a topic say; where several say the same, one of them. */
  void notes(String topic, NoteVisitor visitor) throws IOException;

  /** Is shown sessions. */
  @FunctionalInterface
  interface SessionVisitor {
    /** Looks at one session. */
    void visit(SessionEntry session) throws IOException;
  }
}
