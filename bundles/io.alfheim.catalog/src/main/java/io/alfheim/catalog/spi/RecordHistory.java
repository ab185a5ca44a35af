/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The commits of a record. Safe for threads; sees what other processes did. */
public interface RecordHistory {

  /**
   * The commit of a tag, an id, or an id's first digits, at least four.
   *
   * @throws IOException if several commits begin with the digits
   */
  Optional<CommitId> find(String name) throws IOException;

  /**
   * A commit.
   *
   * @throws java.io.FileNotFoundException if there is no such commit
   */
  CommitEntry get(CommitId commit) throws IOException;

  /**
   * The commit that was the newest one here at some time, as far as the clocks of those who committed
   * were right; before there was anything here, that of the branch that was fetched. Empty if there was
   * none yet.
   */
  Optional<CommitId> asOf(Instant time) throws IOException;

  /**
   * Visits the commits that led to one, the newest first.
   *
   * @param from where to begin; nothing is visited from {@link CommitId#NONE}
   * @param touching which of them
   */
  void log(CommitId from, Touching touching, CommitVisitor visitor) throws IOException;

  /**
   * Visits what notes say in the newest state, in every state that has a tag or was fetched, and in the
   * states that led there; each text of a note once.
   *
   * @param topic which notes
   * @param since how far back to go from where others begin; {@link Instant#MAX} for not at all
   */
  void notes(String topic, Instant since, NoteVisitor visitor) throws IOException;

  /** All tags, by name. */
  List<TagEntry> tags() throws IOException;

  /**
   * Gives a commit a name. Waits for other writers.
   *
   * @throws java.nio.file.FileAlreadyExistsException if there is a tag of this name
   * @throws IOException if this cannot be a name
   */
  void tag(String name, CommitId commit, String description) throws IOException;

  /**
   * Takes a name away; the commit stays.
   *
   * @throws java.nio.file.NoSuchFileException if there is no such tag
   */
  void untag(String name) throws IOException;

  /** Is shown commits. */
  @FunctionalInterface
  interface CommitVisitor {
    /**
     * Looks at one commit.
     *
     * @return whether to go on
     */
    boolean visit(CommitEntry commit) throws IOException;
  }
}
