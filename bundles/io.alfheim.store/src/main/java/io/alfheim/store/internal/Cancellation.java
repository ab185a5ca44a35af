/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** The answer of a store to the interruption of a thread that waits for it. */
public final class Cancellation {
  private Cancellation() {}

  /** Ends the caller if its thread was interrupted; the thread stays marked as interrupted. */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw because(null);
    }
  }

  /** The exception to throw when a thread turns out to be interrupted. */
  public static CancellationException because(@Nullable Throwable cause) {
    CancellationException cancelled = new CancellationException("Interrupted.");
    cancelled.initCause(cause);
    return cancelled;
  }

  /** Cleans up undisturbed by an interruption, of which the thread is reminded afterwards. */
  public static void shield(Runnable cleanUp) {
    boolean interrupted = Thread.interrupted();
    try {
      cleanUp.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
