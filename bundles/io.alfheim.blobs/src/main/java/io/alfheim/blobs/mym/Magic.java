/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.mym;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** What a packed value begins with. */
enum Magic {
  /** Only what MATLAB knows. */
  MYM("mYm\0"),
  /** Anything. */
  DJ0("dj0\0");

  static final int LENGTH = 4;

  private final String text;

  Magic(String text) {
    this.text = text;
  }

  boolean opens(byte[] packed) {
    return text.equals(new String(packed, 0, LENGTH, ISO_8859_1));
  }

  byte[] bytes() {
    return text.getBytes(ISO_8859_1);
  }
}
