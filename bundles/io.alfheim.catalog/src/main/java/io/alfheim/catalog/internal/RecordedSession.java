/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.Commit;
import io.alfheim.catalog.Counted;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.DatasetQuery;
import io.alfheim.catalog.NoSuchSessionException;
import io.alfheim.catalog.Registration;
import io.alfheim.catalog.Revision;
import io.alfheim.catalog.Scope;
import io.alfheim.catalog.Selection;
import io.alfheim.catalog.Session;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.SessionRow;
import io.alfheim.catalog.spi.Snapshot;
import io.alfheim.catalog.spi.Touching;
import io.alfheim.data.DataObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A session that the index found; its datasets are read from the record when asked for. */
final class RecordedSession implements Session {
  private final HomeCatalog catalog;
  private final SessionRow row;
  private final Snapshot snapshot;
  private volatile @Nullable List<Dataset> datasets;

  RecordedSession(HomeCatalog catalog, SessionRow row, Snapshot snapshot) {
    this.catalog = catalog;
    this.row = row;
    this.snapshot = snapshot;
  }

  HomeCatalog catalog() {
    return catalog;
  }

  @Override
  public SessionKey key() {
    return row.key();
  }

  @Override
  public UUID id() {
    return row.id();
  }

  @Override
  public List<Commit> log() {
    return CommitLog.of(catalog).touching(Touching.session(row.key()));
  }

  @Override
  public String protocol() {
    return row.protocol();
  }

  @Override
  public List<String> projects() {
    return row.projects();
  }

  @Override
  public List<Dataset> datasets() {
    List<Dataset> known = datasets;
    if (known == null) {
      SessionEntry entry = entry();
      known = entry.datasets().stream()
          .<Dataset>map(one -> new RecordedDataset(this, entry, one))
          .toList();
      datasets = known;
    }
    return known;
  }

  /** Where to look on for what is not here: there may be more by now. */
  String whereToLook(String verb) {
    String call = verb + "(\"" + row.key() + "\").";
    return catalog.commit().equals(snapshot.commit())
        ? "List them: " + call
        : "This is the session as of " + snapshot.commit().brief() + "; list what it has now: "
            + call;
  }

  SessionEntry entry() {
    try {
      return snapshot
          .find(row.key())
          .orElseThrow(() -> new NoSuchSessionException(
              "Session '" + row.key() + "' is not in the record at " + snapshot.commit() + ".",
              "Make the index anew: catalog.rebuild()."));
    } catch (IOException e) {
      throw Failure.of("The record of session '" + row.key() + "' cannot be read", e);
    }
  }

  /** As the record has it now, if something came since. */
  Optional<RecordedSession> newer() throws IOException {
    Snapshot newest = catalog.backends().snapshot();
    return newest.commit().equals(snapshot.commit())
        ? Optional.empty()
        : Optional.of(new RecordedSession(catalog, row, newest));
  }

  Optional<RecordedDataset> find(String path) throws IOException {
    return snapshot
        .find(row.key())
        .flatMap(entry -> entry.datasets().stream()
            .filter(one -> one.path().equals(path))
            .findFirst()
            .map(one -> new RecordedDataset(this, entry, one)));
  }

  @Override
  public List<Dataset> datasets(String name) {
    Wanted wanted = Wanted.parse(name);
    return datasets().stream().filter(dataset -> wanted.fits(dataset.path())).toList();
  }

  private List<String> distinct(Function<Dataset, String> part) {
    return List.copyOf(new TreeSet<>(datasets().stream().map(part).toList()));
  }

  @Override
  public List<String> collections() {
    return distinct(dataset -> dataset.path().collection());
  }

  @Override
  public List<String> revisions() {
    return distinct(dataset -> dataset.path().revision());
  }

  @Override
  public List<String> objects() {
    return distinct(dataset -> dataset.path().name().object());
  }

  @Override
  public Selection select(DatasetQuery query) {
    return new SessionSelection(this, query);
  }

  @Override
  public Selection select(String name, Scope scope) {
    return select(Wanted.parse(name).in(scope));
  }

  @Override
  public DataObject loadObject(String object, Scope scope) {
    return select(Wanted.object(object, scope)).object();
  }

  @Override
  public Map<String, DataObject> loadCollection(Scope scope) {
    return select(Wanted.all(scope)).objects();
  }

  @Override
  public Registration register() {
    return new Draft(this, "");
  }

  @Override
  public Registration revise(String label, String note) {
    return new Draft(this, NextRevision.requireLabel(label)).message(note);
  }

  @Override
  public Revision describeRevision(String label) {
    return new RevisionHistory(this).describe(label);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordedSession s && s.row.equals(row);
  }

  @Override
  public int hashCode() {
    return row.hashCode();
  }

  @Override
  public String toString() {
    return row.key() + " (" + Counted.of(row.datasets(), "dataset") + ")";
  }
}
