/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.Qc;
import io.alfheim.catalog.Commit;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.data.ByteSource;
import io.alfheim.data.Data;
import io.alfheim.data.NDArray;
import io.alfheim.store.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dataset as the record holds it. */
final class RecordedDataset implements Dataset {
  private final RecordedSession session;
  private final SessionEntry sessionEntry;
  private final DatasetEntry entry;
  private final DatasetPath path;

  RecordedDataset(RecordedSession session, SessionEntry sessionEntry, DatasetEntry entry) {
    this.session = session;
    this.sessionEntry = sessionEntry;
    this.entry = entry;
    this.path = DatasetPath.parse(entry.path());
  }

  DatasetEntry entry() {
    return entry;
  }

  /**
   * The same content as the record knows it now: since this was asked for it may have been moved, or its
   * hash told.
   */
  RecordedDataset now() {
    try {
      Optional<RecordedSession> newer = session.newer();
      Optional<RecordedDataset> now =
          newer.isPresent() ? newer.get().find(entry.path()) : Optional.empty();
      return now.filter(one -> one.entry.present() && !FormerContent.differs(entry, one.entry))
          .orElse(this);
    } catch (IOException e) {
      throw Failure.of("The record of session '" + session.key() + "' cannot be read", e);
    }
  }

  @Override
  public RecordedSession session() {
    return session;
  }

  @Override
  public DatasetPath path() {
    return path;
  }

  @Override
  public UUID id() {
    return new DatasetIds(session.catalog().namespace()).of(session.id(), entry, path);
  }

  @Override
  public List<Commit> log() {
    return CommitLog.of(session.catalog()).dataset(session.key(), entry.path());
  }

  @Override
  public OptionalLong size() {
    return entry.size() == DatasetEntry.UNKNOWN_SIZE
        ? OptionalLong.empty()
        : OptionalLong.of(entry.size());
  }

  @Override
  public Optional<String> hash() {
    return entry.hash().isEmpty() ? Optional.empty() : Optional.of(entry.hash());
  }

  @Override
  public Qc qc() {
    return entry.qc();
  }

  @Override
  public Optional<Boolean> isDefault() {
    return Optional.ofNullable(entry.defaultRevision());
  }

  @Override
  public List<Location> locations() {
    if (!entry.present()) {
      return List.of();
    }
    return sessionEntry.locations().stream()
        .filter(at -> entry.stores().isEmpty() || entry.stores().contains(at.store()))
        .map(at -> new Location(at.store(), at.path().resolve(entry.path())))
        .toList();
  }

  @Override
  public ByteSource source() {
    return new FormerContent(now()).find().source();
  }

  @Override
  public Optional<Path> file() {
    return source().file();
  }

  @Override
  public Data load() {
    RecordedDataset now = now();
    return session.catalog().loading().load(now, new FormerContent(now).find());
  }

  @Override
  public NDArray rows(long from, long to) {
    return session.catalog().loading().rows(now(), source(), from, to);
  }

  @Override
  public Dataset setQc(Qc verdict, String why) {
    return new DatasetEdit(this, why).setQc(verdict);
  }

  @Override
  public Dataset makeDefault(String why) {
    return new DatasetEdit(this, why).makeDefault();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordedDataset d && d.session.equals(session) && d.entry.equals(entry);
  }

  @Override
  public int hashCode() {
    return 31 * session.key().hashCode() + entry.hashCode();
  }

  @Override
  public String toString() {
    return entry.path();
  }
}
