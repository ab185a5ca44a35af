/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.http.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same with several things at a time. */
final class Parallel {
  private static final int THREADS = 8;

  private Parallel() {}

  /** What is done with each. */
  @FunctionalInterface
  interface Step<T> {
    void take(T one) throws IOException;
  }

  static <T> void forEach(Collection<T> all, Step<T> step) throws IOException {
    if (all.size() < 2) {
      for (T one : all) {
        step.take(one);
      }
      return;
    }
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.min(THREADS, all.size()), Parallel::daemon);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (T one : all) {
        running.add(threads.submit(() -> {
          step.take(one);
          return null;
        }));
      }
      for (Future<?> one : running) {
        await(one);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "alfheim-http");
    thread.setDaemon(true);
    return thread;
  }

  private static void await(Future<?> one) throws IOException {
    try {
      one.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted.");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failed) {
        throw failed;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
