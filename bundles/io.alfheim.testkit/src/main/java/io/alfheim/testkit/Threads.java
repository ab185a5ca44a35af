/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Does something in many threads that start at once. */
final class Threads {
  static final int COUNT = 8;

  private Threads() {}

  /** The results of all threads; the first failure of one is thrown. */
  static <T> List<T> together(IntFunction<Callable<T>> task) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(COUNT);
    try {
      CyclicBarrier start = new CyclicBarrier(COUNT);
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < COUNT; i++) {
        Callable<T> own = task.apply(i);
        running.add(threads.submit(() -> {
          start.await();
          return own.call();
        }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
