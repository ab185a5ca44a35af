/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

/** Something is there already, and is not replaced. */
public final class ExistsException extends CatalogException {
  private static final long serialVersionUID = 1;

  /** With a message and a hint. */
  public ExistsException(String message, String hint) {
    super(message, hint);
  }
}
