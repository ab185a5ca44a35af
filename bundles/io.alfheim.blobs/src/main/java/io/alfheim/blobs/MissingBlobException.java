/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs;

/** No store has what a reference names. */
public final class MissingBlobException extends BlobException {
  private static final long serialVersionUID = 1;

  /** With a message and a hint. */
  public MissingBlobException(String message, String hint) {
    super(message, hint);
  }
}
