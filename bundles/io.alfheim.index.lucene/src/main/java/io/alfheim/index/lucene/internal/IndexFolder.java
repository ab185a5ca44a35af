/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory in which an index really lies: the one asked for, or, where that cannot be written, a
 * copy in temporary space that is deleted on close.
 *
 * @param path a directory that can be written
 * @param temporary whether to delete it
 */
public record IndexFolder(Path path, boolean temporary) implements Closeable {
  private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);

  /** The directory to use for the one asked for. */
  public static IndexFolder at(Path wanted) throws IOException {
    return canWrite(wanted) ? new IndexFolder(wanted, false) : copyOf(wanted);
  }

  /** A copy in temporary space; empty if there is no index to be copied. */
  static IndexFolder copyOf(Path wanted) throws IOException {
    Path copy = Files.createTempDirectory("alfheim-index");
    log.warn("index={} cannot be written; working on a copy in {}", wanted, copy);
    copy(wanted, copy);
    return new IndexFolder(copy, true);
  }

  private static boolean canWrite(Path directory) {
    try {
      Files.createDirectories(directory);
      return Files.isWritable(directory);
    } catch (IOException e) {
      log.debug("index={} cannot be made", directory, e);
      return false;
    }
  }

  /** Copies what can be read of an index, and nothing if there is none. */
  public static void copy(Path from, Path to) {
    // The open reader shows which files belong together. What fails half-way is a damaged index.
    try (Directory source = FSDirectory.open(from);
        DirectoryReader reader = DirectoryReader.open(source)) {
      for (String name : reader.getIndexCommit().getFileNames()) {
        share(from.resolve(name), to.resolve(name));
      }
    } catch (IOException | RuntimeException e) {
      log.debug("index={} is not copied", from, e);
    }
  }

  /** By a second name where the file system has such: no file of an index is ever written again. */
  private static void share(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (FileSystemException | UnsupportedOperationException e) {
      Files.copy(from, to);
    }
  }

  @Override
  public void close() throws IOException {
    if (temporary && Files.exists(path)) {
      List<Path> files;
      try (Stream<Path> list = Files.list(path)) {
        files = list.toList();
      }
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(path);
    }
  }
}
