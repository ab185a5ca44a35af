/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Answers questions about sessions. Derived from the record, and stands at one commit of it. Safe for
 * threads and for several processes: searches never wait.
 *
 * <p>In an interrupted thread every method may end with a {@link
 * java.util.concurrent.CancellationException}; an update then leaves the index where it was.
 */
public interface CatalogIndex extends Closeable {

  /** The commit at which the index stands; sees what other processes did. */
  CommitId commit() throws IOException;

  /**
   * Brings the index to a commit. Searches see the old state until the end, then the new one. When
   * {@code changes} throws, or the process dies, the index stays where it was.
   *
   * @param from the commit where the caller saw the index; if it stands elsewhere meanwhile, nothing
   *     is done. {@link CommitId#NONE} starts from an empty index whatever there is.
   * @param to the commit to reach
   * @param changes feeds the changes from {@code from} to {@code to}; datasets are found by the ids
   *     they come with
   * @return whether the index now stands at {@code to}
   */
  boolean update(CommitId from, CommitId to, Changes changes) throws IOException;

  /** Feeds changes to a visitor. */
  @FunctionalInterface
  interface Changes {
    /** Visits all changes. */
    void visit(SessionRecord.ChangeVisitor visitor) throws IOException;
  }

  /**
   * The sessions that match, ordered by date, subject and number, all descending.
   *
   * @return a list that reads a session's row when it is asked for; of the state of now, whatever
   *     happens to the index later
   */
  List<SessionRow> search(SessionQuery query) throws IOException;

  /** The number of sessions that match. */
  int count(SessionQuery query) throws IOException;

  /**
   * The distinct values of a field over the sessions that match, in plain string order, with the
   * number of sessions that have each.
   */
  List<FieldValue> values(Field field, SessionQuery query) throws IOException;

  /** Totals of the whole index, at no more cost than opening it. */
  Totals totals() throws IOException;

  /**
   * A value of a field.
   *
   * @param value the text
   * @param sessions how many sessions have it
   */
  record FieldValue(String value, int sessions) {}

  /**
   * Totals of a catalog.
   *
   * @param sessions number of sessions
   * @param datasets number of datasets
   * @param bytes sum of the known sizes
   */
  record Totals(long sessions, long datasets, long bytes) {}
}
