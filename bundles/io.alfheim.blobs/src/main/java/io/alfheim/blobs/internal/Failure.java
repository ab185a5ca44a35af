/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.BlobException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;

/** Says to users what stores say. What failed in an interrupted thread was cancelled. */
final class Failure {
  private Failure() {}

  /** @param what that was tried, for example {@code Section 'local' cannot be read} */
  static RuntimeException of(String what, IOException e) {
    if (Thread.currentThread().isInterrupted()) {
      CancellationException cancelled = new CancellationException(what + ": cancelled.");
      cancelled.initCause(e);
      return cancelled;
    }
    return new BlobException(what + ": " + reason(e), hint(e), e);
  }

  static String reason(IOException e) {
    String text = String.valueOf(e.getMessage());
    if (e instanceof FileSystemException f && f.getReason() == null) {
      String kind = e instanceof NoSuchFileException
          ? "there is no "
          : e instanceof AccessDeniedException ? "no permission for " : "trouble with ";
      text = kind + "'" + f.getFile() + "'";
    }
    return text.endsWith(".") ? text : text + ".";
  }

  private static String hint(IOException e) {
    if (reason(e).contains("No space left")) {
      return "Free some room and try again; nothing was left half-written.";
    }
    return e instanceof AccessDeniedException
        ? "Ask for permission."
        : "Look whether the store is there: catalog.stores().";
  }
}
