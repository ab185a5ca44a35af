/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.Diff;
import io.alfheim.catalog.FetchReport;
import io.alfheim.catalog.Side;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.RecordSharing;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.Touching;
import java.io.IOException;
import java.util.Optional;

/** Fetches another copy of the record and merges it. */
final class Fetching {
  private final Backends backends;
  private final RecordMerge merge;
  private final boolean chosen;

  Fetching(Backends backends, Optional<Side> choice) {
    this.backends = backends;
    this.merge = new RecordMerge(choice);
    this.chosen = choice.isPresent();
  }

  /** Ends a merge that nobody chose a side for, so that nothing is committed. */
  private static final class Undecided extends IOException {
    private static final long serialVersionUID = 1;
  }

  FetchReport run(String repository) throws IOException {
    backends.requireNow();
    SessionRecord record = backends.record();
    RecordSharing sharing = record.sharing();
    CommitId before = record.head();
    CommitId other = sharing.fetch(repository);
    boolean merged = true;
    if (!sharing.common(before, other).equals(other)) {
      merged = merge(record, sharing, other, "Merge the record of '" + repository + "'");
    }
    backends.look();
    backends.index();
    CommitId after = record.head();
    Diff changes = new RecordedDiff(record, before, after, Touching.ANYTHING, change -> true);
    return new FetchReport(after, changes, merge.conflicts(), merged);
  }

  private boolean merge(SessionRecord record, RecordSharing sharing, CommitId other, String message)
      throws IOException {
    try {
      sharing.merge(message, other, editor -> {
        CommitId base = sharing.common(editor.base().commit(), other);
        record.diff(base, other, change -> merge.merge(change, editor));
        if (!chosen && !merge.conflicts().isEmpty()) {
          throw new Undecided();
        }
      });
      return true;
    } catch (Undecided e) {
      return false;
    }
  }
}
