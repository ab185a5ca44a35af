/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.spi.CatalogIndex;
import io.alfheim.catalog.spi.CatalogIndexProvider;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.SessionRecord;
import java.io.Closeable;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the catalog as of earlier commits, each once at a time. Sessions of the past hold on to the
 * index they came from; when the last of them is gone the index is closed.
 */
final class PastCatalogs implements Closeable {
  private static final Logger log = LoggerFactory.getLogger(PastCatalogs.class);
  private static final Cleaner CLEANER = Cleaner.create();

  private final IndexShelf shelf;
  private final Map<CommitId, WeakReference<Backends>> open = new HashMap<>();
  private final Set<Opened> opened = new HashSet<>();

  PastCatalogs(Home home, CatalogIndexProvider indexes) {
    this.shelf = new IndexShelf(home, indexes);
  }

  /** Record and index as of a time. */
  synchronized Backends at(Backends now, String when) throws IOException {
    SessionRecord record = now.living();
    CommitId commit = new Moment(record).find(when);
    WeakReference<Backends> reference = open.get(commit);
    @Nullable Backends known = reference == null ? null : reference.get();
    if (known != null) {
      return known;
    }
    Opened index = new Opened(shelf.take(record, commit));
    Backends then = new Backends(new PinnedRecord(record, commit), index.index);
    open.values().removeIf(old -> old.get() == null);
    open.put(commit, new WeakReference<>(then));
    opened.add(index);
    CLEANER.register(then, () -> close(index));
    return then;
  }

  private synchronized void close(Opened index) {
    if (opened.remove(index)) {
      try {
        index.index.close();
      } catch (IOException e) {
        log.debug("an index of the past cannot be closed", e);
      }
    }
  }

  @Override
  public synchronized void close() {
    Set.copyOf(opened).forEach(this::close);
    open.clear();
  }

  /** An index, by identity. */
  private static final class Opened {
    private final CatalogIndex index;

    Opened(CatalogIndex index) {
      this.index = index;
    }
  }
}
