/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.Progress;
import io.alfheim.catalog.spi.CatalogIndex;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.Snapshot;
import java.io.Closeable;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record and the index of a home, with the index never behind the record when it is asked. A session
 * that cannot be read is not in the index; a check names it.
 */
final class Backends implements Closeable {
  private static final int TRIES = 5;
  private static final Logger log = LoggerFactory.getLogger(Backends.class);

  private final SessionRecord record;
  private final CatalogIndex index;
  private volatile @Nullable UUID namespace;
  private volatile Supplier<Progress> progress = () -> Progress.NONE;

  Backends(SessionRecord record, CatalogIndex index) throws IOException {
    this.record = record;
    this.index = index;
    UUID unused = namespaceNow(); // a record that has none is not opened
  }

  /** The record that grows, whether this stands still or not. */
  SessionRecord living() {
    return record instanceof PinnedRecord pinned ? pinned.record() : record;
  }

  SessionRecord record() {
    return record;
  }

  /** From which the ids of the record as it is now are derived. */
  UUID namespace() {
    try {
      return namespaceNow();
    } catch (IOException e) {
      throw Failure.of("The namespace of the record cannot be read", e);
    }
  }

  /** Until the first commit fixes it another may take its place: that of a record that is fetched. */
  private UUID namespaceNow() throws IOException {
    UUID known = namespace;
    if (known != null) {
      return known;
    }
    boolean isFixed = !record.head().isNone();
    UUID found = record.namespace();
    namespace = isFixed ? found : null;
    return found;
  }

  /** Whether the record stands still. */
  boolean isPast() {
    return record instanceof PinnedRecord;
  }

  /** Refuses to begin what would have to be committed in the end, where nothing can be. */
  void requireNow() {
    if (record instanceof PinnedRecord pinned) {
      throw pinned.refused();
    }
  }

  /** The index, brought to the newest commit of the record. */
  CatalogIndex index() throws IOException {
    for (int i = 0; i < TRIES; i++) {
      CommitId head = record.head();
      CommitId at = index.commit();
      if (at.equals(head) || follow(at, head)) {
        return index;
      }
    }
    // Other processes commit faster than we follow; what the index has was true a moment ago.
    return index;
  }

  private boolean follow(CommitId at, CommitId head) throws IOException {
    CommitId from = known(at) ? at : CommitId.NONE;
    return update(from, head);
  }

  /** Whether the record has the commit; it has not if it was replaced under the index. */
  private boolean known(CommitId commit) throws IOException {
    if (commit.isNone()) {
      return true;
    }
    try {
      record.at(commit);
      return true;
    } catch (java.io.FileNotFoundException e) {
      return false;
    }
  }

  /** Makes the index anew. */
  void rebuild() throws IOException {
    update(CommitId.NONE, record.head());
  }

  private boolean update(CommitId from, CommitId to) throws IOException {
    DatasetIds ids = new DatasetIds(namespaceNow());
    String what = from.isNone() ? "Making the index" : "Bringing the index up to date";
    return index.update(from, to, visitor -> {
      try (Progress.Task task = progress.get().begin(what, -1)) {
        SessionRecord.ChangeVisitor each = ids.writtenOut(visitor);
        record.follow(
            from,
            to,
            change -> {
              each.changed(change);
              task.advance(1);
            },
            (where, why) -> log.warn("index={} is without {}: {}", to, where, why));
      }
    });
  }

  /** Shows from now on how far the index has come. */
  Backends showing(Supplier<Progress> shown) {
    progress = shown;
    return this;
  }

  /** The sessions as of the commit where the index stands. */
  Snapshot snapshot() throws IOException {
    return record.at(index.commit());
  }

  @Override
  public void close() throws IOException {
    try (record) {
      index.close();
    }
  }
}
