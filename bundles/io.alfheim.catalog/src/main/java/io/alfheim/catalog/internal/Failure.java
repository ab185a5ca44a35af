/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.UnavailableException;
import io.alfheim.store.cache.MismatchException;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says to users what plug-ins say to the catalog. The only place that translates. What failed because
 * its thread was interrupted was cancelled, however the plug-in put it.
 */
final class Failure {
  private static final Logger log = LoggerFactory.getLogger(Failure.class);
  private static final String IN_THE_LOG = "If it stays so, the log of the home tells more.";

  private Failure() {}

  /** @param what that was tried, for example {@code The record cannot be read} */
  static RuntimeException of(String what, IOException e) {
    if (Thread.currentThread().isInterrupted()) {
      CancellationException cancelled = new CancellationException(what + ": cancelled.");
      cancelled.initCause(e);
      return cancelled;
    }
    String hint = hint(e);
    if (hint.equals(IN_THE_LOG)) {
      log.warn(what, e);
    }
    return new UnavailableException(what + ": " + reason(e), hint, e);
  }

  private static String reason(IOException e) {
    String text = e instanceof FileSystemException f ? reason(f) : String.valueOf(e.getMessage());
    return text.endsWith(".") ? text : text + ".";
  }

  private static String reason(FileSystemException e) {
    String file = "'" + e.getFile() + "'";
    return e.getReason() == null ? kind(e) + " " + file : file + ": " + e.getReason();
  }

  private static String kind(IOException e) {
    return e instanceof NoSuchFileException
        ? "there is no"
        : e instanceof AccessDeniedException ? "no permission for" : "trouble with";
  }

  private static String hint(IOException e) {
    if (e instanceof FileCopy.InTheWay) {
      return "It was not replaced. If nobody needs it, delete it; else take another store.";
    }
    if (e instanceof MismatchException) {
      return "If the store is right, scan it again; to fetch the same file again, delete the folder"
          + " 'cache/quarantine' of the home.";
    }
    if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
      return "If the file was moved or deleted, scan its folder again:"
          + " catalog.scan(Path.of(\"…\")).";
    }
    if (e instanceof AccessDeniedException denied) {
      return isOfStore(denied)
          ? "Ask for permission in that store, or correct its file in the folder 'etc' of the home."
          : "Ask for permission, or use another home: --home DIR.";
    }
    return IN_THE_LOG;
  }

  /** Stores name a file by its location, homes by its path. */
  private static boolean isOfStore(AccessDeniedException e) {
    return e.getFile() != null && !new File(e.getFile()).isAbsolute();
  }
}
