/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An error that is already in words for users: what went wrong, with which server, and what to do
 * next. A store adds the file that was asked for, and does not look for better words in the cause.
 */
public final class ServerException extends IOException {

  /** A sentence or two, without secrets, and what brought it about. */
  public ServerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
