/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Some threads that share work. */
final class Crew implements AutoCloseable {
  private final int threads;
  private final ExecutorService pool;

  Crew(int threads) {
    this.threads = threads;
    this.pool = Executors.newFixedThreadPool(threads);
  }

  /** One of many like things to do. */
  interface Task {
    void run(int number) throws Exception;
  }

  /** Does all of them, each thread the next one; the first failure is thrown. */
  void each(int count, Task task) throws Exception {
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      running.add(pool.submit(() -> {
        for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
          task.run(n);
        }
        return null;
      }));
    }
    for (Future<?> one : running) {
      one.get();
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
