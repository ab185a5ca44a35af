/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.engine;

import io.alfheim.console.internal.snippet.Interruption;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One run of one snippet on a thread of its own. Asked to stop, it is interrupted and its checks
 * throw; asked again, it is left alone with its thread, and the prompt comes back.
 */
final class SnippetRun {
  private final Thread thread;
  private final CompletableFuture<End> end = new CompletableFuture<>();
  private volatile boolean stopAsked;

  SnippetRun(Callable<@Nullable Object> body, ClassLoader context) {
    thread = new Thread(() -> run(body), "snippet");
    thread.setContextClassLoader(context);
    thread.setDaemon(true);
  }

  @SuppressWarnings("CatchingUnchecked") // whatever a snippet throws is its result
  private void run(Callable<@Nullable Object> body) {
    try {
      end.complete(new End(body.call(), null));
    } catch (Throwable e) {
      end.complete(new End(null, e));
    } finally {
      Interruption.forget(thread);
    }
  }

  @Nullable
  Object await() throws ExecutionException, InterruptedException {
    thread.start();
    End reached = end.get();
    if (reached.thrown() != null) {
      // With a message, as without one it would ask the cause, which may fail to give any.
      throw new ExecutionException("A snippet threw.", reached.thrown());
    }
    return reached.value();
  }

  void stop() {
    if (!stopAsked) {
      stopAsked = true;
      Interruption.request(thread);
      thread.interrupt();
    } else {
      end.complete(new End(null, new Abandoned()));
    }
  }

  boolean stopAsked() {
    return stopAsked;
  }

  /** How it ended. What was thrown is kept as it is: a future has a meaning of its own for some. */
  private record End(@Nullable Object value, @Nullable Throwable thrown) {}

  /** The library code that was called answers to no interruption; its thread runs on. */
  static final class Abandoned extends Error {
    private static final long serialVersionUID = 1;
  }
}
