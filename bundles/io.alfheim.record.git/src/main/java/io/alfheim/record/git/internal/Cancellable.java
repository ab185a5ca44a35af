/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CancellationException;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/** Work on a repository that ends by {@link CancellationException} when its thread is interrupted. */
final class Cancellable {
  private Cancellable() {}

  /** Work. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /** Work that reads objects. */
  @FunctionalInterface
  interface Reading<T> {
    T run(ObjectReader reader) throws IOException;
  }

  /** Reads objects with a reader of its own. */
  static <T> T read(Repository repository, Reading<T> reading) throws IOException {
    return run(() -> {
      try (ObjectReader reader = repository.newObjectReader()) {
        return reading.run(reader);
      }
    });
  }

  /** JGit clears the flag of the thread and throws the one, interrupted channels throw the other. */
  static <T> T run(Work<T> work) throws IOException {
    try {
      return work.run();
    } catch (SocketTimeoutException e) {
      throw e; // extends the next one, but says that a server was slow
    } catch (InterruptedIOException | ClosedByInterruptException e) {
      Thread.currentThread().interrupt();
      throw cancelled(e);
    }
  }

  /** That somebody wished it, and not that something failed. */
  static CancellationException cancelled(Exception cause) {
    CancellationException cancelled =
        new CancellationException("Work on the record was interrupted; nothing has changed.");
    cancelled.initCause(cause);
    return cancelled;
  }
}
