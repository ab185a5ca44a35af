/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

/** No dataset of a session is what was asked for. */
public final class NoSuchDatasetException extends CatalogException {
  private static final long serialVersionUID = 1;

  /** With a message and a hint. */
  public NoSuchDatasetException(String message, String hint) {
    super(message, hint);
  }
}
