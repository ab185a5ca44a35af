/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store;

/**
 * A file or a folder, as its store listed it.
 *
 * @param path where it is in the store
 * @param folder whether it is a folder
 * @param size bytes of a file; 0 for a folder
 * @param modified time of the last change in milliseconds since 1970, or 0 if the store cannot tell
 */
public record StoreEntry(StorePath path, boolean folder, long size, long modified) {

  /** A folder. */
  public static StoreEntry folder(StorePath path) {
    return new StoreEntry(path, true, 0, 0);
  }

  /** A file. */
  public static StoreEntry file(StorePath path, long size, long modified) {
    return new StoreEntry(path, false, size, modified);
  }
}
