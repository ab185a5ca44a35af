/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** The folders of a lab with 100,000 empty files in 2,000 sessions; they go when it is closed. */
final class LabOnDisk implements AutoCloseable {
  private static final int SESSIONS = 2_000;

  private static final List<String> COLLECTIONS = List.of(
      "alf",
      "alf/probe00/pykilosort",
      "alf/probe01/pykilosort",
      "raw_ephys_data/probe00",
      "raw_video_data");
  private static final int FILES_IN_EACH = 10;

  /** How many files there are. */
  static final int FILES = SESSIONS * COLLECTIONS.size() * FILES_IN_EACH;

  private final Path root;

  /** Makes the files. */
  LabOnDisk() throws IOException {
    root = Files.createTempDirectory("alfheim-lab-");
    for (int session = 0; session < SESSIONS; session++) {
      Path folder = root.resolve(
          "lab/Subjects/KS%03d/2020-01-%02d/001".formatted(session / 20, 1 + session % 20));
      for (String collection : COLLECTIONS) {
        Path files = Files.createDirectories(folder.resolve(collection));
        for (int i = 0; i < FILES_IN_EACH; i++) {
          Files.createFile(files.resolve("spikes.attribute" + i + ".npy"));
        }
      }
    }
  }

  Path root() {
    return root;
  }

  /** The bare walk of the JDK: names, sizes and times of all files, and nothing kept. */
  long bareWalk() throws IOException {
    Sum sum = new Sum();
    Files.walkFileTree(root, sum);
    return sum.total;
  }

  @Override
  public void close() throws IOException {
    Trees.delete(root);
  }

  private static final class Sum extends SimpleFileVisitor<Path> {
    private long total;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      total += attributes.size() + attributes.lastModifiedTime().toMillis();
      return FileVisitResult.CONTINUE;
    }
  }
}
