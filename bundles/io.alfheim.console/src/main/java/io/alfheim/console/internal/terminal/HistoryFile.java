/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The file that keeps what was entered. Nobody else may read it: people type secrets. */
public final class HistoryFile {
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private HistoryFile() {}

  /** The file below a home folder, made if needed; empty if it cannot be written. */
  public static Optional<Path> in(Path home) {
    Path file = home.resolve("console").resolve("history");
    try {
      Files.createDirectories(file.getParent());
      if (!Files.exists(file)) {
        create(file);
      }
      return Files.isWritable(file) ? Optional.of(file) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void create(Path file) throws IOException {
    if (Files.getFileStore(file.getParent()).supportsFileAttributeView("posix")) {
      Files.createFile(file, OWNER_ONLY);
    } else {
      Files.createFile(file);
    }
  }
}
