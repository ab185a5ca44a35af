/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.internal;

import io.alfheim.catalog.CatalogException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A list of ids as a CSV file of one column, named by the time. */
public final class LoadedIdsFile {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss", Locale.ROOT);

  private LoadedIdsFile() {}

  /** Writes a new file below {@code home}; one of the same second gets a number. */
  public static Path write(Path home, String what, List<UUID> ids) {
    List<String> lines = new ArrayList<>();
    lines.add(what + "_uuid");
    ids.forEach(id -> lines.add(id.toString()));
    String stem =
        LocalDateTime.now(ZoneId.systemDefault()).format(STAMP) + "_loaded_" + what + "_uuids";
    try {
      Path folder = Files.createDirectories(home.resolve("loaded"));
      return writeNew(folder, stem, lines);
    } catch (IOException e) {
      throw new CatalogException(
          "The ids cannot be written into '" + home + "': " + e.getMessage() + ".",
          "Make room in the home, or write loadedIds() elsewhere.",
          e);
    }
  }

  private static Path writeNew(Path folder, String stem, List<String> lines) throws IOException {
    for (int i = 1; ; i++) {
      Path file = folder.resolve(stem + (i == 1 ? "" : "_" + i) + ".csv");
      try {
        return Files.write(file, lines, StandardOpenOption.CREATE_NEW);
      } catch (FileAlreadyExistsException e) {
        // somebody else saves in the same second: the next number
      }
    }
  }
}
