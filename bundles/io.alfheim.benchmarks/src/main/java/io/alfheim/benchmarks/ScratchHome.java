/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.record.git.internal.GitRecordProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A home in the temporary directory that goes when it is closed. */
final class ScratchHome implements AutoCloseable {
  private final Path home;

  ScratchHome() throws IOException {
    this.home = Files.createTempDirectory("alfheim-benchmark");
  }

  SessionRecord open() throws IOException {
    return new GitRecordProvider().open(home);
  }

  /** The size of all files. */
  long bytes() throws IOException {
    long sum = 0;
    for (Path file : all()) {
      sum += Files.isRegularFile(file) ? Files.size(file) : 0;
    }
    return sum;
  }

  @Override
  public void close() throws IOException {
    for (Path file : all()) {
      Files.delete(file);
    }
  }

  /** Files before their folders. */
  private List<Path> all() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
