/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.cache;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps the contents of a folder below a limit. It counts what this process adds, and looks at the folder
 * only when that may be too much; other processes do the same.
 */
final class Eviction {
  /** To go a bit below the limit means not to look again at once. */
  private static final double ROOM = 0.9;

  private final Path folder;
  private final long limit;
  private long estimate = -1;

  Eviction(Path folder, long limit) {
    this.folder = folder;
    this.limit = limit;
  }

  /** One content or part of the cache, and when it was last used. */
  private record Held(Path file, long size, long used) {}

  CacheSize size() throws IOException {
    List<Held> held = held();
    return new CacheSize(held.size(), bytes(held));
  }

  private static long bytes(List<Held> held) {
    return held.stream().mapToLong(Held::size).sum();
  }

  /** Counts a new content, and deletes others if it is one too many. */
  synchronized void added(Path content, long size) throws IOException {
    estimate = estimate < 0 ? bytes(held()) : estimate + size;
    if (estimate <= limit) {
      return;
    }
    List<Held> held = held();
    long bytes = bytes(held);
    if (bytes > limit) {
      held.sort(Comparator.comparingLong(Held::used));
      for (Held one : held) {
        if (bytes > limit * ROOM && !one.file.equals(content)) {
          delete(one.file);
          bytes -= one.size;
        }
      }
    }
    estimate = bytes;
  }

  private static void delete(Path content) throws IOException {
    Files.deleteIfExists(seal(content));
    Files.deleteIfExists(content);
  }

  private static Path seal(Path content) {
    return content.resolveSibling(content.getFileName() + Slot.SEAL);
  }

  private List<Held> held() throws IOException {
    List<Held> held = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> drawers = Files.newDirectoryStream(folder)) {
        for (Path drawer : drawers) {
          add(drawer, held);
        }
      }
    }
    return held;
  }

  private static void add(Path drawer, List<Held> held) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(drawer)) {
      for (Path file : files) {
        if (!file.toString().contains(Slot.SEAL)) {
          add(file, seal(file), held);
        }
      }
    }
  }

  private static void add(Path file, Path seal, List<Held> held) throws IOException {
    try {
      BasicFileAttributes look = Files.readAttributes(file, BasicFileAttributes.class);
      long used = Files.exists(seal)
          ? Files.getLastModifiedTime(seal).toMillis()
          : look.lastModifiedTime().toMillis();
      held.add(new Held(file, look.size(), used));
    } catch (NoSuchFileException goneMeanwhile) {
      // So it takes no room.
    }
  }
}
