/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

import java.time.Instant;
import java.util.List;

/**
 * One commit of the record: who, when and why.
 *
 * @param id its name
 * @param tree the hash of all that the record says at this commit
 * @param parents the commits it was made on; none for the first, several for a merge, in which the
 *     first is the state that was there before
 * @param time when it was made
 * @param author who made it, for people
 * @param message why, the first line for the log
 */
public record CommitEntry(
    CommitId id, String tree, List<CommitId> parents, Instant time, String author, String message) {

  /** Copies the list. */
  public CommitEntry {
    parents = List.copyOf(parents);
  }

  /** The state it was made on. */
  public CommitId before() {
    return parents.isEmpty() ? CommitId.NONE : parents.get(0);
  }
}
