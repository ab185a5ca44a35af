/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Something asked of a catalog cannot be had. The message is one line: what was asked, where it was
 * looked for, what is nearest. The {@link #hint()} is the next thing to do.
 */
public class CatalogException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String hint;

  /** With a message and a hint. */
  public CatalogException(String message, String hint) {
    this(message, hint, null);
  }

  /** With what was behind it. */
  public CatalogException(String message, String hint, @Nullable Throwable cause) {
    super(message, cause);
    this.hint = hint;
  }

  /** The next thing to do, one line. */
  public String hint() {
    return hint;
  }
}
