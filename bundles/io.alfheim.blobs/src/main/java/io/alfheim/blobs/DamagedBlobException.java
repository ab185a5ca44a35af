/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs;

/** What is stored is not what was put there; it was not handed out. */
public final class DamagedBlobException extends BlobException {
  private static final long serialVersionUID = 1;

  /** With a message and a hint. */
  public DamagedBlobException(String message, String hint) {
    super(message, hint);
  }
}
