/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.RecordHistory;
import io.alfheim.catalog.spi.RecordSharing;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.Snapshot;
import io.alfheim.catalog.spi.Touching;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/**
 * A record that stands still at one commit. A catalog over it is the catalog as of then.
 *
 * @param record the living record, which somebody else closes
 * @param head where this one stands
 */
record PinnedRecord(SessionRecord record, CommitId head) implements SessionRecord {

  @Override
  public UUID namespace() throws IOException {
    return record.namespace();
  }

  @Override
  public Snapshot at(CommitId commit) throws IOException {
    return record.at(commit);
  }

  @Override
  public void diff(CommitId from, CommitId to, Touching touching, ChangeVisitor visitor)
      throws IOException {
    record.diff(from, to, touching, visitor);
  }

  @Override
  public void follow(CommitId from, CommitId to, ChangeVisitor visitor, ProblemVisitor problems)
      throws IOException {
    record.follow(from, to, visitor, problems);
  }

  @Override
  public List<SessionKey> changed(
      CommitId from, CommitId to, Touching touching, ProblemVisitor problems) throws IOException {
    return record.changed(from, to, touching, problems);
  }

  @Override
  public void verify(CommitId commit, Snapshot.SessionVisitor sessions, ProblemVisitor problems)
      throws IOException {
    record.verify(commit, sessions, problems);
  }

  @Override
  public RecordSharing sharing() {
    return record.sharing();
  }

  @Override
  public RecordHistory history() {
    return record.history();
  }

  @Override
  public CommitId commit(String message, Edit edit) {
    throw refused();
  }

  CatalogException refused() {
    return new CatalogException(
        "This is the catalog as of commit " + head + "; the past cannot be changed.",
        "Change the catalog of now, the variable 'catalog'.");
  }

  @Override
  public void close() {}
}
