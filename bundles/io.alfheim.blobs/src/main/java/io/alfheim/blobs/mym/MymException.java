/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.mym;

import io.alfheim.data.DataException;

/** A value cannot be packed, or bytes are not what a value was packed into. */
public final class MymException extends DataException {
  private static final long serialVersionUID = 1;

  MymException(String message, String hint) {
    super(message, hint);
  }

  static MymException damaged(String what) {
    return new MymException(
        "This is no packed value: " + what + ".",
        "The bytes are damaged or of another format; take them from another copy.");
  }

  static MymException unpackable(String what, String hint) {
    return new MymException(what + " cannot be packed.", hint);
  }
}
