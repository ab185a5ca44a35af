/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.cache;

/**
 * What content is known by, wherever it is.
 *
 * @param md5 of all bytes, in lower-case hexadecimal
 * @param size number of bytes
 */
public record ContentKey(String md5, long size) {

  /** Checks both. */
  public ContentKey {
    if (!isMd5(md5) || size < 0) {
      throw new IllegalArgumentException(
          "Not an MD5 in lower-case hexadecimal and a size: '" + md5 + "', " + size + ".");
    }
  }

  /** Whether a text is an MD5, as a record from elsewhere may have other hashes. */
  public static boolean isMd5(String text) {
    return text.matches("[0-9a-f]{32}");
  }

  @Override
  public String toString() {
    return md5 + "-" + size;
  }
}
