/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders with all that is in them. */
final class Trees {
  private Trees() {}

  /** The sum of the sizes of all files. */
  static long bytes(Path root) throws IOException {
    long sum = 0;
    for (Path file : all(root)) {
      sum += Files.isRegularFile(file) ? Files.size(file) : 0;
    }
    return sum;
  }

  /** Deletes everything. */
  static void delete(Path root) throws IOException {
    for (Path file : all(root)) {
      Files.delete(file);
    }
  }

  /** Files before their folders. */
  private static List<Path> all(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
