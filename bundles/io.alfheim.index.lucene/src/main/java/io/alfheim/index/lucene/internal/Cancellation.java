/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.apache.lucene.util.ThreadInterruptedException;

/** Turns the interruption of a thread, in all the forms it shows itself, into cancellation. */
final class Cancellation {
  private static final int SELDOM = 1 << 8;

  private Cancellation() {}

  /** Work on an index. */
  interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Does work of which an interruption may surface as an exception of input and output, because it
   * closes the channel in use.
   */
  static <T> T aware(Work<T> work) throws IOException {
    try {
      return work.run();
    } catch (ThreadInterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled(e);
    } catch (IOException | IllegalStateException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw cancelled(e);
      }
      throw e;
    }
  }

  /** Ends the work if the thread is interrupted. */
  static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("The index was interrupted.");
    }
  }

  /** As {@link #check()}, but only at every so many steps. */
  static void check(int step) {
    if (step % SELDOM == 0) {
      check();
    }
  }

  /** Closes what would leave things half undone in an interrupted thread. */
  static void withheldFrom(Closeable resource) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      resource.close();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static CancellationException cancelled(Exception cause) {
    CancellationException cancelled = new CancellationException("The index was interrupted.");
    cancelled.initCause(cause);
    return cancelled;
  }
}
