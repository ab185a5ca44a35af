/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.cache;

import java.io.IOException;

/** A file has other bytes than those it was fetched for. */
public final class MismatchException extends IOException {
  private static final long serialVersionUID = 1;

  /** In words for users. */
  public MismatchException(String message) {
    super(message);
  }
}
