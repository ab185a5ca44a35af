/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.alfheim.blobs.BlobException;

/** Names that can be those of files, and cannot lead anywhere else. */
final class SafeName {
  /** With the hash in front it is still the name of a file. */
  private static final int LONGEST = 255 - 33;

  private SafeName() {}

  /** A name to be stored. */
  static String requireStorable(String name) {
    if (name.getBytes(UTF_8).length > LONGEST) {
      throw new BlobException(
          "The name '" + name.substring(0, 40) + "…' is too long for an attachment.",
          "Give the file a name of at most " + LONGEST + " bytes.");
    }
    return require(name);
  }

  /** A name from the record, which may be anybody's. */
  static String require(String name) {
    boolean dots = name.isEmpty() || name.equals(".") || name.equals("..");
    if (dots || name.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == '/' || c == '\\')) {
      throw new BlobException(
          "'" + shown(name) + "' cannot be the name of an attachment.",
          "Take a name of a file, without a folder and without control characters.");
    }
    return name;
  }

  private static String shown(String name) {
    return name.replaceAll("\\p{Cntrl}", "?");
  }
}
