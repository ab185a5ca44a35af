/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.mym;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/** What a packed value begins with. */
enum Magic {
  /** Only what MATLAB knows. */
  MYM("mYm\0"),
  /** Anything. */
  DJ0("dj0\0");

  static final int LENGTH = 4;

  private final byte[] bytes;

  Magic(String text) {
    this.bytes = text.getBytes(US_ASCII);
  }

  boolean opens(byte[] packed) {
    return Arrays.equals(bytes, 0, LENGTH, packed, 0, LENGTH);
  }

  void writeTo(byte[] packed) {
    System.arraycopy(bytes, 0, packed, 0, LENGTH);
  }
}
