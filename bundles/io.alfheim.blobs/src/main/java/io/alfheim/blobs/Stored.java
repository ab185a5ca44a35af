/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What was put into a section, and all that is needed to get it back. A value: it can be written down
 * and made again.
 *
 * @param section the name of the section
 * @param kind what it is
 * @param hash its identity, an MD5 whose 16 bytes are taken as they are: of a blob's packed bytes, of
 *     an attachment's name, a zero byte and its bytes, of a file's path
 * @param size in bytes
 * @param name of an attachment; the path of a file, or of a blob of an old layout; else empty
 * @param contents the MD5 of the bytes, where the hash is not of them and it is known
 */
public record Stored(
    String section, Kind kind, UUID hash, long size, String name, Optional<UUID> contents) {

  /** A blob. */
  public static Stored blob(String section, UUID hash, long size) {
    return new Stored(section, Kind.BLOB, hash, size, "", Optional.empty());
  }

  /**
   * A blob that may lie where DataJoint 0.11 put it.
   *
   * @param path schema and old hash, below the location of the section
   */
  public static Stored migrated(String section, UUID hash, long size, String path, UUID contents) {
    return new Stored(section, Kind.BLOB, hash, size, path, Optional.of(contents));
  }

  /** An attachment. */
  public static Stored attachment(String section, UUID hash, long size, String name) {
    return new Stored(section, Kind.ATTACHMENT, hash, size, name, Optional.empty());
  }

  /** A file; without its MD5 only its size is checked. */
  public static Stored file(
      String section, UUID hash, long size, String path, Optional<UUID> contents) {
    return new Stored(section, Kind.FILE, hash, size, path, contents);
  }

  @Override
  public String toString() {
    String what = kind.toString().toLowerCase(Locale.ROOT);
    return what + "@" + section + " " + hash + (name.isEmpty() ? "" : " " + name);
  }
}
