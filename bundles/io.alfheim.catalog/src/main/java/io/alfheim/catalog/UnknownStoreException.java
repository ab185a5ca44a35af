/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

/** A store is not known here, or nothing installed can open it. */
public final class UnknownStoreException extends CatalogException {
  private static final long serialVersionUID = 1;

  /** With a message and a hint. */
  public UnknownStoreException(String message, String hint) {
    super(message, hint);
  }
}
