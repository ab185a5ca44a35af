/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.s3.internal;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that send the parts of all large files of a store; none when there is nothing to send. */
final class PartThreads {
  private static final int MOST = 8;

  private final ThreadPoolExecutor threads;

  PartThreads() {
    threads = new ThreadPoolExecutor(
        MOST, MOST, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), PartThreads::daemon);
    threads.allowCoreThreadTimeOut(true);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "alfheim-s3-part");
    thread.setDaemon(true);
    return thread;
  }

  <T> Future<T> submit(Callable<T> work) {
    return threads.submit(work);
  }

  void close() {
    threads.shutdownNow();
  }
}
