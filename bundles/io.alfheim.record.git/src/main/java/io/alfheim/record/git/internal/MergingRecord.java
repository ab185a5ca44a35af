/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.RecordSharing;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.TagEntry;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.jgit.lib.ObjectId;

/** Exchanges commits, and commits what was merged. */
final class MergingRecord implements RecordSharing {
  private final GitRecord record;
  private final GitSharing sharing;
  private final GitTags tags;
  private volatile SortedMap<String, ObjectId> fetched = new TreeMap<>();

  MergingRecord(GitRecord record, GitSharing sharing, GitTags tags) {
    this.record = record;
    this.sharing = sharing;
    this.tags = tags;
  }

  @Override
  public void push(String repository) throws IOException {
    sharing.push(repository);
  }

  @Override
  public CommitId fetch(String repository) throws IOException {
    GitSharing.Fetched seen = sharing.fetch(repository);
    UUID theirs = record.at(seen.main()).preamble().orElseThrow().namespace();
    if (!record.head().isNone() && !theirs.equals(record.namespace())) {
      throw new IOException("The ids in '" + repository + "' are derived from namespace '" + theirs
          + "', those here from '" + record.namespace()
          + "'; the two are not copies of one record. Fetch it into a new home.");
    }
    fetched = seen.tags();
    return seen.main();
  }

  @Override
  public List<TagEntry> fetchedTags() throws IOException {
    return tags.list(fetched);
  }

  @Override
  public boolean adopt(TagEntry tag) throws IOException {
    return tags.adopt(tag, fetched.get(tag.name()));
  }

  @Override
  public CommitId common(CommitId one, CommitId other) throws IOException {
    return sharing.bases(one, other).stream().findFirst().orElse(CommitId.NONE);
  }

  @Override
  public List<CommitId> bases(CommitId one, CommitId other) throws IOException {
    return sharing.bases(one, other);
  }

  @Override
  public CommitId merge(String message, CommitId other, SessionRecord.Edit edit)
      throws IOException {
    return record.inTurn(base -> {
      if (!common(base.commit(), other).equals(base.commit())) {
        return record.commit(message, base, other, edit);
      }
      record.follow(base.commit(), other, change -> {}, (where, what) -> {
        throw new IOException("Nothing was changed here: of what was fetched, " + where
            + " cannot be read. It has to be put right there first: " + what);
      });
      record.moveHead(base.commit(), ObjectId.fromString(other.value()), MainLog.FETCH);
      return other;
    });
  }
}
