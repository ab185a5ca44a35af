/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.Diff;
import io.alfheim.catalog.FetchReport;
import io.alfheim.catalog.FetchReport.LeftTag;
import io.alfheim.catalog.Side;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.Editor;
import io.alfheim.catalog.spi.RecordSharing;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.Snapshot;
import io.alfheim.catalog.spi.TagEntry;
import io.alfheim.catalog.spi.Touching;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    List<LeftTag> left = merged ? adoptTags(sharing) : List.of();
    backends.index();
    CommitId after = record.head();
    Diff changes = new RecordedDiff(record, before, after, Touching.ANYTHING, change -> true);
    return new FetchReport(after, changes, merge.conflicts(), merged, left);
  }

  /** A release stands for ever for what it stood for: those here stay, and only new names come. */
  private static List<LeftTag> adoptTags(RecordSharing sharing) throws IOException {
    List<LeftTag> left = new ArrayList<>();
    for (TagEntry tag : sharing.fetchedTags()) {
      if (Moment.isTaken(tag.name())) {
        left.add(new LeftTag(tag.name(), "the name reads as a time or a commit."));
      } else if (!sharing.adopt(tag)) {
        left.add(new LeftTag(
            tag.name(),
            "it stands for commit " + tag.commit() + " there, and for something else here."));
      }
    }
    return left;
  }

  private boolean merge(SessionRecord record, RecordSharing sharing, CommitId other, String message)
      throws IOException {
    try {
      sharing.merge(message, other, editor -> {
        mergeSessions(record, sharing.bases(editor.base().commit(), other), other, editor);
        if (!chosen && !merge.conflicts().isEmpty()) {
          throw new Undecided();
        }
      });
      return true;
    } catch (Undecided e) {
      return false;
    }
  }

  /** Every session that there is not what it was in each of the commits that led to both. */
  private void mergeSessions(
      SessionRecord record, List<CommitId> bases, CommitId other, Editor editor)
      throws IOException {
    List<Snapshot> befores = new ArrayList<>();
    Set<SessionKey> keys = new LinkedHashSet<>();
    for (CommitId base : bases.isEmpty() ? List.of(CommitId.NONE) : bases) {
      befores.add(record.at(base));
      keys.addAll(record.changed(base, other, Touching.ANYTHING));
    }
    Snapshot there = record.at(other);
    for (SessionKey key : keys) {
      List<@Nullable SessionEntry> before = new ArrayList<>();
      for (Snapshot base : befores) {
        before.add(base.find(key).orElse(null));
      }
      merge.merge(key, before, there.find(key).orElse(null), editor);
    }
  }
}
