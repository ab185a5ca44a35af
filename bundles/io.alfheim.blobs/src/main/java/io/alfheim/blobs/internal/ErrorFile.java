/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.Cleanup.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What went wrong and was not mended yet, by path.
 *
 * @param file tab-separated lines
 * @param mended whether nothing is to be mended any more
 */
record ErrorFile(Path file, Predicate<Trouble> mended) {

  List<Trouble> read() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    return Files.readAllLines(file).stream()
        .map(line -> line.split("\t", 2))
        .filter(columns -> columns.length == 2)
        .map(columns -> new Trouble(columns[0], columns[1]))
        .toList();
  }

  /**
   * Takes in what a run found.
   *
   * @param whole whether it came to its end, so that it is time to ask for what went wrong before. It
   *     may not have tried that again: it is forgotten only when it is mended
   */
  void update(List<Trouble> troubles, boolean whole) throws IOException {
    Map<String, Trouble> all = new LinkedHashMap<>();
    for (Trouble old : read()) {
      if (!whole || !mended.test(old)) {
        all.put(old.path(), old);
      }
    }
    troubles.forEach(trouble -> all.put(trouble.path(), trouble));
    if (all.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.write(
        file,
        all.values().stream()
            .map(trouble -> line(trouble.path()) + "\t" + line(trouble.message()))
            .toList());
  }

  private static String line(String text) {
    return text.replaceAll("[\t\r\n]", " ");
  }
}
