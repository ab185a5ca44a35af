/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An error that is already in words for users: what went wrong, with which server, and what to do
 * next. A store adds the file that was asked for, and does not look for better words in the cause.
 */
public final class ServerException extends IOException {

  /** Nobody reads more. */
  private static final int LONGEST = 2000;

  /**
   * A sentence or two, without secrets, and what brought it about. What a server said stays one line: it
   * may have been made for a terminal to obey.
   */
  public ServerException(String message, @Nullable Throwable cause) {
    super(plain(message), cause);
  }

  /** What a server said, as a part of one line. */
  public static String plain(String said) {
    String line = said.replaceAll("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}]+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
