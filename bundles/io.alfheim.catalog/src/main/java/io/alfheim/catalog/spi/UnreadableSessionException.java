/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One session of a record cannot be read; nothing is said of the others. */
public final class UnreadableSessionException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean damaged;

  /**
   * A session that cannot be read.
   *
   * @param message which, why, and what can be done
   * @param damaged see {@link #isDamaged()}
   */
  public UnreadableSessionException(String message, boolean damaged, @Nullable Throwable cause) {
    super(message, cause);
    this.damaged = damaged;
  }

  /**
   * Whether what is written there means nothing to any program, so that whoever knows the session may
   * write it anew. If not, it may be read later: by a newer program, or when the disk answers again.
   */
  public boolean isDamaged() {
    return damaged;
  }
}
