/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

import io.alfheim.alf.SessionKey;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/**
 * The record: all sessions, and how they came to be. Safe for threads and for several processes.
 *
 * <p>Every change is a commit; a commit is there whole or not at all, and never changes.
 *
 * <p>In an interrupted thread every method may end with a {@link
 * java.util.concurrent.CancellationException}; nothing has been committed then.
 */
public interface SessionRecord extends Closeable {

  /** The namespace from which the ids of this catalog are derived; never changes once drawn. */
  UUID namespace() throws IOException;

  /** The newest commit, {@link CommitId#NONE} before the first. Sees what other processes did. */
  CommitId head() throws IOException;

  /**
   * The sessions as of a commit.
   *
   * @throws java.io.FileNotFoundException if there is no such commit
   */
  Snapshot at(CommitId commit) throws IOException;

  /**
   * Tells what differs between two commits, session by session, in the order of lab, subject, date
   * and number. From {@link CommitId#NONE} these are all sessions of {@code to}.
   */
  default void diff(CommitId from, CommitId to, ChangeVisitor visitor) throws IOException {
    diff(from, to, Touching.ANYTHING, visitor);
  }

  /** As {@link #diff(CommitId, CommitId, ChangeVisitor)}, for some sessions only. */
  void diff(CommitId from, CommitId to, Touching touching, ChangeVisitor visitor)
      throws IOException;

  /**
   * Tells what became of the sessions that differ between two commits, in the same order, for who
   * follows the record: reads only what {@code to} has, so that {@code before} is always null. What
   * cannot be read there is told of and shown as gone, and ends nothing.
   */
  void follow(CommitId from, CommitId to, ChangeVisitor visitor, ProblemVisitor problems)
      throws IOException;

  /** The sessions that differ between two commits, in the same order; reads none of them. */
  default List<SessionKey> changed(CommitId from, CommitId to, Touching touching)
      throws IOException {
    return changed(from, to, touching, (where, what) -> {
      throw new IOException(what);
    });
  }

  /** As {@link #changed(CommitId, CommitId, Touching)}; what is no session is told of. */
  List<SessionKey> changed(CommitId from, CommitId to, Touching touching, ProblemVisitor problems)
      throws IOException;

  /**
   * Makes one commit. Waits for other writers, hands out an editor of the newest state, and commits
   * what was put and removed. When nothing differs in the end, there is no commit. When {@code edit}
   * throws, nothing has happened.
   *
   * @param message what was done, first line for the log
   * @return the commit made, or the head if nothing changed
   * @throws java.nio.file.FileSystemException if another writer does not finish in time; the message
   *     names it
   */
  CommitId commit(String message, Edit edit) throws IOException;

  /**
   * Reads all of a commit and looks whether all of its history is there. What cannot be read is told
   * of, and ends nothing.
   *
   * @param sessions is shown every session that can be read, in any order
   * @param problems is told of everything else
   */
  void verify(CommitId commit, Snapshot.SessionVisitor sessions, ProblemVisitor problems)
      throws IOException;

  /** Is told what is wrong with a record. */
  @FunctionalInterface
  interface ProblemVisitor {
    /**
     * Something cannot be read.
     *
     * @param where what it is, with the name of the object
     * @param what why, and what can be had instead
     */
    void found(String where, String what) throws IOException;
  }

  /** Exchanges commits with other copies of this record. */
  RecordSharing sharing();

  /** The commits that led here. */
  RecordHistory history();

  /** Changes a record. */
  @FunctionalInterface
  interface Edit {
    /** Puts and removes sessions. */
    void apply(Editor editor) throws IOException;
  }

  /** Is told of changes. */
  @FunctionalInterface
  interface ChangeVisitor {
    /** One session differs. */
    void changed(SessionChange change) throws IOException;
  }
}
