/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Does the same with many things at once. A store is waited for most of the time, be it for a disk or
 * for a server, and both serve many who wait together in hardly more time than one.
 */
final class Together {
  private static final int THREADS = 16;
  private static final int SECONDS_TO_STOP = 10;

  private Together() {}

  /** What is done with one thing. */
  @FunctionalInterface
  interface Work<T, R extends @Nullable Object> {
    @Nullable
    R on(T item) throws IOException;
  }

  /**
   * What came of each, in their order.
   *
   * @throws IOException the first failure, after all others have stopped
   * @throws CancellationException if the caller was interrupted, then too
   */
  static <T, R extends @Nullable Object> List<R> each(List<T> items, Work<T, R> work)
      throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(
        Math.max(1, Math.min(THREADS, items.size())), Together::thread);
    try {
      List<Future<R>> results = new ArrayList<>(items.size());
      for (T item : items) {
        results.add(pool.submit(() -> work.on(item)));
      }
      List<R> all = new ArrayList<>(items.size());
      for (Future<R> result : results) {
        all.add(result.get());
      }
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled(e);
    } catch (ExecutionException e) {
      throw rethrown(e);
    } finally {
      stop(pool);
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "alfheim-blobs");
    thread.setDaemon(true);
    return thread;
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
  private static void stop(ExecutorService pool) {
    pool.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      pool.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
