/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A tree of local files. */
final class LocalTree {
  private LocalTree() {}

  static void put(Path root, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling("x").getParent());
      Files.write(path, file.getValue());
    }
  }

  static void remove(Path root, String path) throws IOException {
    Files.delete(root.resolve(path));
  }
}
