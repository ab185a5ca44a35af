/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.files.internal;

import io.alfheim.catalog.UnavailableException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says to users what the disk says. */
public final class Trouble {
  private Trouble() {}

  /** What went wrong with {@code what}, for example {@code Folder 'x' cannot be listed}. */
  public static UnavailableException of(String what, IOException e) {
    String reason = reason(e);
    String end = reason.endsWith(".") ? "" : ".";
    return new UnavailableException(what + ": " + reason + end, hint(e), e);
  }

  private static String reason(IOException e) {
    if (!(e instanceof FileSystemException file) || file.getReason() != null) {
      return String.valueOf(e.getMessage());
    }
    String kind = e instanceof NoSuchFileException
        ? "there is no"
        : e instanceof AccessDeniedException
            ? "no permission for"
            : e instanceof NotDirectoryException ? "this is no folder:" : "trouble with";
    return kind + " '" + file.getFile() + "'";
  }

  private static String hint(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "Ask for permission.";
    }
    return e instanceof NoSuchFileException ? "Check the spelling." : "Look at the file itself.";
  }
}
