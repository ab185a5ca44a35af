/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that do the same thing with many items; interrupting their caller stops them all. */
final class Workers implements Closeable {
  private static final int CHUNKS_PER_THREAD = 8;

  private final int threads;
  private final ExecutorService pool;

  Workers(int threads) {
    this.threads = threads;
    this.pool = Executors.newFixedThreadPool(threads, task -> {
      Thread thread = new Thread(task, "alfheim-worker");
      thread.setDaemon(true);
      return thread;
    });
  }

  /** As many as there are processors, and at least two: they wait for stores, too. */
  static Workers ofProcessors() {
    return new Workers(Math.max(2, Runtime.getRuntime().availableProcessors()));
  }

  interface Work<T> {
    void on(T item) throws IOException;
  }

  /** Returns when all is done, or throws the first failure after the others have stopped. */
  <T> void forEach(List<T> items, Work<T> work) throws IOException {
    List<Future<?>> parts = new ArrayList<>();
    int step = Math.max(1, items.size() / (threads * CHUNKS_PER_THREAD));
    for (int i = 0; i < items.size(); i += step) {
      List<T> part = items.subList(i, Math.min(items.size(), i + step));
      parts.add(pool.submit(() -> {
        for (T item : part) {
          work.on(item);
        }
        return null;
      }));
    }
    try {
      for (Future<?> part : parts) {
        part.get();
      }
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
      throw cancelled(e);
    } catch (ExecutionException e) {
      stop();
      throw rethrown(e);
    }
  }

  private static CancellationException cancelled(Throwable why) {
    CancellationException cancelled = new CancellationException("Cancelled.");
    cancelled.initCause(why);
    return cancelled;
  }

  private static RuntimeException rethrown(ExecutionException e) throws IOException {
    Throwable cause = e.getCause();
    if (cause instanceof IOException failure) {
      throw failure;
    }
    return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
  }

  /** Waits for what runs, so that nothing goes on behind the caller's back. */
  private void stop() {
    pool.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      if (!pool.awaitTermination(10, java.util.concurrent.TimeUnit.SECONDS)) {
        throw new CancellationException("Cancelled; a store still does not answer.");
      }
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
