/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.spi.CatalogIndex;
import io.alfheim.catalog.spi.CatalogIndexProvider;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.SessionRecordProvider;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * An index that is opened in a thread of its own, while the record is opened here: neither needs the
 * other for that, and most of it is loading classes.
 */
final class OpeningIndex {
  private final CompletableFuture<CatalogIndex> index;

  private OpeningIndex(CompletableFuture<CatalogIndex> index) {
    this.index = index;
  }

  /** Starts to open the index in a directory. */
  static OpeningIndex in(Path directory, CatalogIndexProvider provider) {
    return new OpeningIndex(
        CompletableFuture.supplyAsync(() -> open(directory, provider), OpeningIndex::start));
  }

  private static void start(Runnable opening) {
    Thread thread = new Thread(opening, "alfheim-index");
    thread.setDaemon(true);
    thread.start();
  }

  private static CatalogIndex open(Path directory, CatalogIndexProvider provider) {
    try {
      return provider.open(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens the record meanwhile; in the end both are open or none. */
  Backends with(SessionRecordProvider provider, Path home) throws IOException {
    @Nullable SessionRecord record = null;
    try {
      record = provider.open(home);
      return new Backends(record, get());
    } catch (IOException | RuntimeException e) {
      // Nobody waits for this, which may take as long as the opening.
      CompletableFuture<Void> unused = index.thenAccept(open -> closeAfter(e, open));
      if (record != null) {
        closeAfter(e, record);
      }
      throw e;
    }
  }

  private CatalogIndex get() throws IOException {
    try {
      return index.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled = new CancellationException("The opening was cancelled.");
      cancelled.initCause(e);
      throw cancelled;
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof UncheckedIOException unchecked) {
        throw unchecked.getCause();
      }
      throw cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }
  }

  private static void closeAfter(Exception failure, Closeable open) {
    try {
      open.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
