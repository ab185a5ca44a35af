/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.spi.SessionRecord;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A commit in two steps: its turn is waited for, and then it is said what is committed. Meanwhile
 * nobody else writes the record. The turn is held by a thread of its own, as a record lends it only for
 * the time of a call.
 */
final class WritersTurn implements Closeable {
  private final CompletableFuture<Boolean> come = new CompletableFuture<>();
  private final CompletableFuture<SessionRecord.Edit> said = new CompletableFuture<>();
  private final CompletableFuture<Boolean> done = new CompletableFuture<>();
  private final Thread holder;

  WritersTurn(SessionRecord record, String message) {
    this.holder = new Thread(() -> hold(record, message), "alfheim-writer");
    this.holder.setDaemon(true);
  }

  private void hold(SessionRecord record, String message) {
    try {
      record.commit(message, editor -> {
        come.complete(true);
        get(said).apply(editor);
      });
      done.complete(true);
    } catch (IOException | RuntimeException | Error e) {
      come.completeExceptionally(e);
      done.completeExceptionally(e);
    }
  }

  /** Waits until nobody else writes. */
  void take() throws IOException {
    holder.start();
    outcome(come);
  }

  /** Commits, and gives the turn to the next. */
  void commit(SessionRecord.Edit edit) throws IOException {
    said.complete(edit);
    outcome(done);
  }

  /** Who is interrupted interrupts the holder, and still waits for what becomes of it. */
  private void outcome(CompletableFuture<Boolean> step) throws IOException {
    try {
      get(step);
    } catch (InterruptedWait e) {
      holder.interrupt();
      try {
        step.join();
      } catch (CompletionException failed) {
        throw rethrown(failed.getCause());
      }
    }
  }

  /** That somebody was interrupted while he waited; the flag is set again. */
  private static final class InterruptedWait extends CancellationException {
    private static final long serialVersionUID = 1;

    InterruptedWait(InterruptedException cause) {
      super("Waiting for a turn was cancelled.");
      initCause(cause);
    }
  }

  private static <T> T get(CompletableFuture<T> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedWait(e);
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
  }

  private static RuntimeException rethrown(@Nullable Throwable cause) throws IOException {
    if (cause instanceof IOException failure) {
      throw failure;
    }
    return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
  }

  /** Gives the turn back, if nothing was committed in it. */
  @Override
  public void close() {
    said.cancel(false);
    if (holder.getState() != Thread.State.NEW) {
      Boolean unused = done.handle((well, failure) -> true).join();
    }
  }
}
