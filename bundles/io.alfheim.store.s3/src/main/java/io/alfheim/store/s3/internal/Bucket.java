/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.s3.internal;

import io.alfheim.store.StorePath;

/**
 * Where the files of a store are.
 *
 * @param name the bucket
 * @param prefix the path in it at which the store begins
 */
record Bucket(String name, StorePath prefix) {

  /** The key of a file. */
  String key(StorePath path) {
    return prefix.isRoot() ? path.value() : prefix.resolve(path.value()).value();
  }

  /** A file, by bucket and key. */
  ServerCopy.File file(StorePath path) {
    return new ServerCopy.File(name, key(path));
  }

  /** What the keys of all files in a folder begin with. */
  String folder(StorePath path) {
    String key = path.isRoot() ? prefix.value() : key(path);
    return key.isEmpty() ? "" : key + "/";
  }
}
