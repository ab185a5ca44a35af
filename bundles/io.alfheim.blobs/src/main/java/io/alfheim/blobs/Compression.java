/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs;

import java.util.Locale;

/** What is done to values before they are put. Values of both kinds are read everywhere. */
public enum Compression {
  /**
   * What zlib makes shorter is kept so, byte for byte as DataJoint does: the same value has the same
   * name, whoever puts it.
   */
  ZLIB,

  /**
   * Nothing: a value is put in a fraction of the time and takes the room that it has in memory.
   * DataJoint reads it, and puts the same value a second time, under the name of the compressed one.
   * So does a section that is compressed by now; it repairs only what was put in the same way.
   */
  NONE;

  /**
   * The one that is called so: {@code zlib} or {@code none}.
   *
   * @throws BlobException if none is
   */
  public static Compression of(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "zlib" -> ZLIB;
      case "none" -> NONE;
      default ->
        throw new BlobException("'" + word + "' is no compression of values.", "Say zlib or none.");
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
