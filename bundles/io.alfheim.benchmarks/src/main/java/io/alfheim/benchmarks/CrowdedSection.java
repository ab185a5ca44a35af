/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.blobs.SectionConfig;
import io.alfheim.blobs.Stored;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A folder with very many objects, named as a section names them; it goes when it is closed. They are
 * made by hand, as names of one file in each folder: only their number counts here.
 */
final class CrowdedSection implements AutoCloseable {
  /** The name of the section. */
  static final String NAME = "crowd";

  private static final int FOLDERS = 256;
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private final Path root;

  CrowdedSection(int objects) throws IOException {
    root = Files.createTempDirectory("alfheim-crowd-");
    for (int i = 0; i < FOLDERS; i++) {
      Path folder = Files.createDirectories(root.resolve(NAME).resolve("%02x".formatted(i)));
      Path first = Files.createFile(folder.resolve(name(i)));
      for (int k = i + FOLDERS; k < objects; k += FOLDERS) {
        Files.createLink(folder.resolve(name(k)), first);
      }
    }
  }

  /** Of so many objects. */
  static SectionConfig config(String store) {
    return SectionConfig.of(NAME, store).folding(2);
  }

  Path root() {
    return root;
  }

  /** The object of a number, empty as it is. */
  static Stored object(int number) {
    return Stored.blob(NAME, hash(number), 0);
  }

  /** Two digits by which they are spread evenly, and then any others. */
  private static UUID hash(int number) {
    return new UUID(((long) number << (Long.SIZE - Byte.SIZE)) | number, number * SPREAD);
  }

  private static String name(int number) {
    return hash(number).toString().replace("-", "");
  }

  /** Folder by folder, for all names at once are too many. */
  @Override
  public void close() throws IOException {
    Files.walkFileTree(root, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        Files.delete(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
          throws IOException {
        Files.delete(folder);
        return FileVisitResult.CONTINUE;
      }
    });
  }
}
