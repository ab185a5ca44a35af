/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.Change.Kind;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.data.Table;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What differs between two commits of the record. Read when it is asked for, and only of the sessions
 * that changed. Immutable and safe for threads.
 */
public interface Diff {

  /** The commit compared with. */
  CommitId from();

  /** The commit compared. */
  CommitId to();

  /** The sessions that differ, by lab, subject, date and number. Reads none of them. */
  List<SessionKey> sessions();

  /** Shows every change, session by session, and keeps none of them. */
  void forEach(Consumer<Change> visitor);

  /** All changes. */
  List<Change> list();

  /** All changes, as columns: session, dataset, change, before, after. */
  Table table();

  /** How many changes of which kind. */
  Summary summary();

  /**
   * How much changed.
   *
   * @param sessionsAdded sessions that were not there
   * @param sessionsRemoved sessions that are not there any more
   * @param sessionsChanged sessions in which something changed
   * @param changes how many of each kind; kinds without any are left out
   */
  record Summary(
      int sessionsAdded, int sessionsRemoved, int sessionsChanged, Map<Kind, Long> changes) {

    /** Copies the map. */
    public Summary {
      changes = Map.copyOf(changes);
    }

    /** How many changes of a kind. */
    public long count(Kind kind) {
      return changes.getOrDefault(kind, 0L);
    }

    /** One line for people. */
    @Override
    public String toString() {
      return SummaryWords.of(this);
    }
  }
}
