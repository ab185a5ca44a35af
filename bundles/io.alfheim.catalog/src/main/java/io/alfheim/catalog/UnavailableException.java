/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import java.io.IOException;

/** The record, the index, a store or a file could not be read or written. */
public final class UnavailableException extends CatalogException {
  private static final long serialVersionUID = 1;

  /** With the failure behind it. */
  public UnavailableException(String message, String hint, IOException cause) {
    super(message, hint, cause);
  }
}
