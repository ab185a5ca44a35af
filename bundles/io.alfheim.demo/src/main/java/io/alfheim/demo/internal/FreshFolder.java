/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A folder that appears under its name when it is complete, or not at all. */
public final class FreshFolder {
  private FreshFolder() {}

  /** What is done with the folder before it gets its name. */
  @FunctionalInterface
  public interface Filling {
    void into(Path folder) throws IOException;
  }

  /** Fills a folder that is empty or absent. */
  public static void fill(Path folder, Filling filling) throws IOException {
    requireFree(folder);
    Path target =
        Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize();
    Path draft = target.resolveSibling("." + target.getFileName() + "-" + UUID.randomUUID());
    Files.createDirectories(draft);
    try {
      filling.into(draft);
      // Not all systems put a folder in the place of an empty one; a full one is never deleted.
      Files.deleteIfExists(target);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException | Error failure) {
      delete(draft, failure);
      throw failure;
    }
  }

  private static void requireFree(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw refused(folder, "it is a file");
    }
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) {
        throw refused(folder, "the folder is not empty");
      }
    }
  }

  private static IOException refused(Path folder, String why) {
    return new IOException("Cannot write the demo data to '" + folder + "': " + why
        + ". Name a folder that is empty or does not exist yet.");
  }

  private static void delete(Path draft, Throwable failure) {
    try (Stream<Path> walk = Files.walk(draft)) {
      List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }
}
