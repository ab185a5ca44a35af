/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.Change;
import io.alfheim.catalog.Commit;
import io.alfheim.catalog.spi.CommitEntry;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.Touching;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Lists the commits that led to where a catalog stands. */
final class CommitLog {
  private final SessionRecord record;

  private CommitLog(SessionRecord record) {
    this.record = record;
  }

  static CommitLog of(HomeCatalog catalog) {
    return new CommitLog(catalog.backends().record());
  }

  /** Those that touch some sessions. */
  List<Commit> touching(Touching touching) {
    List<Commit> commits = new ArrayList<>();
    for (CommitEntry entry : entries(touching)) {
      commits.add(new RecordedCommit(record, entry, touching, change -> true));
    }
    return commits;
  }

  /** Those that changed one dataset; before it was given its name, those under the name it had. */
  List<Commit> dataset(SessionKey session, String path) {
    Touching touching = Touching.session(session);
    List<Commit> commits = new ArrayList<>();
    String name = path;
    for (CommitEntry entry : entries(touching)) {
      String known = name;
      Predicate<Change> wanted = change -> change.dataset().equals(known);
      RecordedCommit commit = new RecordedCommit(record, entry, touching, wanted);
      List<Change> changes = commit.changes().list();
      if (!changes.isEmpty()) {
        commits.add(commit);
        name = nameBefore(changes).orElse(name);
      }
    }
    return commits;
  }

  private static Optional<String> nameBefore(List<Change> changes) {
    return changes.stream()
        .filter(change -> change.kind() == Change.Kind.MOVED)
        .filter(change -> change.after().equals(change.dataset()))
        .map(Change::before)
        .findFirst();
  }

  private List<CommitEntry> entries(Touching touching) {
    List<CommitEntry> entries = new ArrayList<>();
    try {
      record.history().log(record.head(), touching, entries::add);
      return entries;
    } catch (IOException e) {
      throw Failure.of("The history of the record cannot be read", e);
    }
  }
}
