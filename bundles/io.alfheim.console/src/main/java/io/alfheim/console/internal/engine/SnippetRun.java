/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.engine;

import io.alfheim.console.internal.snippet.Interruption;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One run of one snippet on a thread of its own. Asked to stop, it is interrupted and its checks
 * throw; asked again, it is left alone with its thread, and the prompt comes back.
 */
final class SnippetRun {
  private final Thread thread;
  private final CompletableFuture<@Nullable Object> result = new CompletableFuture<>();
  private volatile boolean stopAsked;

  SnippetRun(Callable<@Nullable Object> body, ClassLoader context) {
    thread = new Thread(() -> run(body), "snippet");
    thread.setContextClassLoader(context);
    thread.setDaemon(true);
  }

  @SuppressWarnings("CatchingUnchecked") // whatever a snippet throws is its result
  private void run(Callable<@Nullable Object> body) {
    try {
      result.complete(body.call());
    } catch (Throwable e) {
      result.completeExceptionally(e);
    } finally {
      Interruption.forget(thread);
    }
  }

  @Nullable
  Object await() throws ExecutionException, InterruptedException {
    thread.start();
    try {
      return result.get();
    } catch (CancellationException e) {
      throw new ExecutionException(e); // the snippet's own, which a future takes for its own
    }
  }

  void stop() {
    if (!stopAsked) {
      stopAsked = true;
      Interruption.request(thread);
      thread.interrupt();
    } else {
      result.completeExceptionally(new Abandoned());
    }
  }

  boolean stopAsked() {
    return stopAsked;
  }

  /** The library code that was called answers to no interruption; its thread runs on. */
  static final class Abandoned extends Error {
    private static final long serialVersionUID = 1;
  }
}
