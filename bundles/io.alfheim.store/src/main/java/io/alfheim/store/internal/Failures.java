/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import io.alfheim.store.Location;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/**
 * The errors of one store: every message begins with the location asked for and says where the store
 * looked.
 *
 * @param store the name of the store
 * @param root its root, fit to be shown
 */
public record Failures(String store, String root) {

  /** Nothing is there. */
  public NoSuchFileException missing(StorePath path) {
    String reason = path.isRoot()
        ? "The root '" + root + "' is not there."
        : "There is nothing of that name below '" + root + "'.";
    return new NoSuchFileException(at(path), null, reason);
  }

  /** A folder was asked for, a file is there. */
  public NoSuchFileException notFolder(StorePath path) {
    return new NoSuchFileException(
        at(path), null, "This is a file below '" + root + "', not a folder.");
  }

  /** A file was asked for, a folder is there. */
  public FileSystemException notFile(StorePath path) {
    return because(path, "This is a folder below '" + root + "', not a file.");
  }

  /** The name is taken. */
  public FileAlreadyExistsException exists(StorePath path) {
    return new FileAlreadyExistsException(
        at(path), null, "There is something of that name below '" + root + "' already.");
  }

  /** The store does not let us, and may have said why. */
  public FileSystemException denied(StorePath path, @Nullable String why, Throwable cause) {
    String reason = why == null ? "Permission denied below '" + root + "'." : why;
    return with(cause, new AccessDeniedException(at(path), null, reason));
  }

  /** The store was closed before. */
  public IOException closed(StorePath path) {
    return because(path, "The store is closed. Open it again.");
  }

  /** Any other reason, in plain words. */
  public FileSystemException because(StorePath path, String reason) {
    return new FileSystemException(at(path), null, reason);
  }

  /** Any other reason, in plain words, with what brought it about. */
  public FileSystemException because(StorePath path, String reason, Throwable cause) {
    return with(cause, because(path, reason));
  }

  /** The same error in the words of this store; an interruption ends in a cancellation instead. */
  public IOException translate(StorePath path, IOException e) {
    if (e instanceof ClosedByInterruptException) {
      throw Cancellation.because(e);
    }
    if (e instanceof NoSuchFileException) {
      return with(e, missing(path));
    } else if (e instanceof FileAlreadyExistsException) {
      return with(e, exists(path));
    } else if (e instanceof AccessDeniedException) {
      return denied(path, null, e);
    }
    return because(path, reason(e), e);
  }

  private static FileSystemException with(Throwable cause, FileSystemException error) {
    error.initCause(cause);
    return error;
  }

  /** Why, in plain words and without the path. */
  public static String reason(IOException e) {
    if (e instanceof FileSystemLoopException) {
      return "The link leads back to a folder above it.";
    } else if (e instanceof NoSuchFileException) {
      return "It is gone.";
    } else if (e instanceof AccessDeniedException denied) {
      return denied.getReason() == null ? "Permission denied." : denied.getReason();
    }
    String reason = e instanceof FileSystemException known ? known.getReason() : e.getMessage();
    if (reason == null || reason.isBlank()) {
      return "The file system gives no reason.";
    }
    return reason.endsWith(".") ? reason : reason + ".";
  }

  private String at(StorePath path) {
    return path.isRoot() ? store : new Location(store, path).toString();
  }
}
