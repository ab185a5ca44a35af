/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A folder that is gone when the process is. */
final class TemporaryFolder {
  private static final int ATTEMPTS = 10;
  private static final long PAUSE_NANOS = 20_000_000;

  private TemporaryFolder() {}

  static Path create() throws IOException {
    Path folder = Files.createTempDirectory("alfheim");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "delete-temporary"));
    return folder;
  }

  /** Some thread may be writing still; in the end it is dead or done. */
  static void delete(Path folder) {
    for (int attempt = 0; attempt < ATTEMPTS && Files.exists(folder); attempt++) {
      try {
        Files.walkFileTree(folder, new Deletion());
      } catch (IOException e) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
