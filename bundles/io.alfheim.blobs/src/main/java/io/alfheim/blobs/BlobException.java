/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs;

import io.alfheim.catalog.CatalogException;
import org.jspecify.annotations.Nullable;

/** Something asked of a section cannot be had. */
public class BlobException extends CatalogException {
  private static final long serialVersionUID = 1;

  /** With a message and a hint. */
  public BlobException(String message, String hint) {
    this(message, hint, null);
  }

  /** With what was behind it. */
  public BlobException(String message, String hint, @Nullable Throwable cause) {
    super(message, hint, cause);
  }
}
