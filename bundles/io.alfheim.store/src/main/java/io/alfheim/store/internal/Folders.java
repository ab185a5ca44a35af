/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** The folders between a local root and its files: made when missing, deleted when left empty. */
final class Folders {
  private Folders() {}

  /** The folder of a file or folder that is below a root. */
  static Path above(Path below) {
    return Objects.requireNonNull(below.getParent(), "below a root");
  }

  /** The deepest folder on the way from the root to a folder that is there already. */
  static Path deepest(Path root, Path folder) throws IOException {
    Path there = folder;
    while (!Files.isDirectory(there)) {
      if (there.equals(root)) {
        // It may be a disk that is not mounted; to make it would hide that.
        throw new FileSystemException(root.toString(), null, "The root of the store is not there");
      }
      // Asked again, because another writer may have made it since.
      if (Files.exists(there, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(there)) {
        throw new FileSystemException(
            there.toString(), null, "'" + root.relativize(there) + "' is not a folder");
      }
      there = above(there);
    }
    return there;
  }

  /** Makes a folder and those above it, below one that is there. */
  static void make(Path folder, Path there) throws IOException {
    if (folder.equals(there)) {
      return;
    }
    make(above(folder), there);
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  /** Deletes a folder and those above it as long as they are empty, up to one that is kept. */
  static void prune(Path folder, Path kept) {
    for (Path p = folder; !p.equals(kept) && !Files.isSymbolicLink(p); p = above(p)) {
      try {
        Files.deleteIfExists(p);
      } catch (DirectoryNotEmptyException e) {
        return;
      } catch (IOException undeletable) {
        // Then the folder above is not empty, and the next turn is the last.
      }
    }
  }

  /** Brings the names in a folder, and in those above it down from another, to the disk. */
  static void sync(Path folder, Path from) {
    for (Path p = folder; p != null && p.startsWith(from); p = p.getParent()) {
      try (FileChannel names = FileChannel.open(p, StandardOpenOption.READ)) {
        names.force(true);
      } catch (IOException notPossibleEverywhere) {
        return;
      }
    }
  }
}
