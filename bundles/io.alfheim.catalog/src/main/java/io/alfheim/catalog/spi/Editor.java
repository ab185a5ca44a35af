/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

import io.alfheim.alf.SessionKey;
import java.io.IOException;
import java.util.Collection;

/**
 * The newest state of the record and the changes to be committed. May be used by many threads at
 * once, for different sessions; what is put is written away at once and not held on the heap.
 */
public interface Editor {

  /** The state that is being changed, without the changes made here. */
  Snapshot base();

  /**
   * Adds or replaces the session of a key.
   *
   * @return whether this differs from what the base has
   */
  boolean put(SessionEntry session) throws IOException;

  /** Removes the session of a key, if there is one. */
  void remove(SessionKey key) throws IOException;

  /**
   * Replaces a note.
   *
   * @param lines in any order, each without a line break; none removes the note
   * @throws IllegalArgumentException if a line is empty or has a line break
   */
  void note(NotePath path, Collection<String> lines) throws IOException;
}
