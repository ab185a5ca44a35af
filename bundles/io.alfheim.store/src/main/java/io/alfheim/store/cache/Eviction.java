/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.cache;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the contents of a folder, with what is in quarantine, below a limit. It counts what this process
 * adds, and looks at the folder when that may be too much and from time to time: other processes add, too.
 */
final class Eviction {
  /** To go a bit below the limit means not to look again at once. */
  private static final double ROOM = 0.9;

  /** How often one looks on the way from nothing to the limit. */
  private static final int LOOKS = 16;

  /** Who has not got on for so long does not come back. */
  private static final Duration LOST = Duration.ofDays(1);

  private final Path folder;
  private final Path quarantine;
  private final long limit;
  private final Map<Path, Integer> holders = new HashMap<>();
  private long estimate = -1;
  private long added;

  Eviction(Path folder, Path quarantine, long limit) {
    this.folder = folder;
    this.quarantine = quarantine;
    this.limit = limit;
  }

  /** One file of the cache, and when it was last used. */
  private record Held(Path file, long size, long used) {}

  CacheSize size() throws IOException {
    List<Held> held = held();
    return new CacheSize(held.size(), bytes(held));
  }

  private static long bytes(List<Held> held) {
    return held.stream().mapToLong(Held::size).sum();
  }

  /** Until it is closed these contents stay. */
  synchronized Closeable hold(Set<Path> contents) {
    contents.forEach(content -> holders.merge(content, 1, Integer::sum));
    return () -> release(contents);
  }

  private synchronized void release(Set<Path> contents) {
    for (Path content : contents) {
      int others = holders.getOrDefault(content, 1) - 1;
      if (others > 0) {
        holders.put(content, others);
      } else {
        holders.remove(content);
      }
    }
  }

  /** Counts a new content, and deletes others if it is one too many. */
  synchronized void added(Path content, long size) throws IOException {
    added += size;
    if (estimate >= 0 && estimate + added <= limit && added <= limit / LOOKS) {
      return;
    }
    List<Held> held = held();
    add(quarantine, "*" + Quarantine.BYTES, held);
    long bytes = bytes(held);
    if (bytes > limit) {
      held.sort(Comparator.comparingLong(Held::used));
      for (Held one : held) {
        if (bytes > limit * ROOM && !one.file.equals(content) && isFree(one)) {
          delete(one.file);
          bytes -= one.size;
        }
      }
    }
    estimate = bytes;
    added = 0;
  }

  /** A part that grows belongs to who is fetching it, in whatever process. */
  private boolean isFree(Held one) {
    boolean part = one.file.toString().endsWith(Slot.PART);
    return part
        ? one.used < Instant.now().minus(LOST).toEpochMilli()
        : !holders.containsKey(one.file);
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
          add(drawer, "*", held);
        }
      }
    }
    return held;
  }

  private static void add(Path drawer, String names, List<Held> held) throws IOException {
    if (!Files.isDirectory(drawer)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(drawer, names)) {
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
