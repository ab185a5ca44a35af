/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

/** No session is what was asked for. */
public final class NoSuchSessionException extends CatalogException {
  private static final long serialVersionUID = 1;

  /** With a message and a hint. */
  public NoSuchSessionException(String message, String hint) {
    super(message, hint);
  }
}
