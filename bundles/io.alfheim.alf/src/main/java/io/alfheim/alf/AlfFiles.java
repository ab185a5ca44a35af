/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** ALF names met with a disk: what is there overrules what a name suggests. */
public final class AlfFiles {
  private AlfFiles() {}

  /** Whether this can be a dataset: named like one, and no directory. */
  public static boolean isDataset(Path path) {
    return AlfPath.of(path.toString()).isDataset() && !Files.isDirectory(path);
  }

  /** Whether this can be a session folder: named like one, and no file. */
  public static boolean isSession(Path path) {
    return AlfPath.of(path.toString()).isSession() && !Files.isRegularFile(path);
  }

  /** The files with legal names directly in {@code folder}, sorted. */
  public static List<Path> datasets(Path folder) throws IOException {
    return datasets(folder, 1);
  }

  /** The files with legal names in {@code folder} and below, sorted. */
  public static List<Path> datasetsBelow(Path folder) throws IOException {
    return datasets(folder, Integer.MAX_VALUE);
  }

  private static List<Path> datasets(Path folder, int depth) throws IOException {
    try (Stream<Path> walk = Files.walk(folder, depth)) {
      return walk.peek(path -> checkInterrupted())
          .filter(AlfFiles::isFileWithLegalName)
          .sorted()
          .toList();
    } catch (UncheckedIOException failed) {
      throw failed.getCause(); // a folder below could not be read
    }
  }

  private static boolean isFileWithLegalName(Path path) {
    return isDataset(path) && Files.isRegularFile(path);
  }

  private static void checkInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Listing was interrupted.");
    }
  }
}
