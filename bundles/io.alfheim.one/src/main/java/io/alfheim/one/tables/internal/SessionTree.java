/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables.internal;

import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.SessionFolder;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.StreamSupport;

/** The session folders in a local folder and below. */
final class SessionTree {
  private SessionTree() {}

  /**
   * A session folder.
   *
   * @param folder what its name says
   * @param place where it is
   * @param datasets sizes of the files with legal names, by path below the session
   * @param empty whether there is no file at all in it
   */
  record Found(
      SessionFolder folder, Path place, TreeMap<DatasetPath, Long> datasets, boolean empty) {}

  /**
   * All session folders, sorted by place. Where links are followed, a folder that is reached in several
   * ways is found once, by its own name if that is below the root.
   */
  static List<Found> in(Path root, Set<FileVisitOption> options) throws IOException {
    Map<Path, Found> found = new HashMap<>();
    Files.walkFileTree(root, options, Integer.MAX_VALUE, new PatientVisitor() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
          throws IOException {
        checkInterrupted();
        Optional<SessionFolder> session = SessionFolder.match(names(folder));
        if (session.isEmpty()) {
          return FileVisitResult.CONTINUE;
        }
        Path real = folder.toRealPath();
        if (folder.equals(real) || !found.containsKey(real)) {
          found.put(real, look(session.get(), folder, options));
        }
        return FileVisitResult.SKIP_SUBTREE;
      }
    });
    return found.values().stream().sorted(Comparator.comparing(Found::place)).toList();
  }

  private static Found look(SessionFolder session, Path place, Set<FileVisitOption> options)
      throws IOException {
    TreeMap<DatasetPath, Long> datasets = new TreeMap<>();
    boolean[] empty = {true};
    Files.walkFileTree(place, options, Integer.MAX_VALUE, new PatientVisitor() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        checkInterrupted();
        empty[0] = false;
        if (attributes.isRegularFile()) {
          String path = String.join("/", names(place.relativize(file)));
          DatasetPath.find(path).ifPresent(name -> datasets.put(name, attributes.size()));
        }
        return FileVisitResult.CONTINUE;
      }
    });
    return new Found(session, place, datasets, empty[0]);
  }

  /** Passes by links that lead back to where it comes from. */
  private abstract static class PatientVisitor extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof FileSystemLoopException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }
  }

  private static List<String> names(Path path) {
    return StreamSupport.stream(path.spliterator(), false).map(Path::toString).toList();
  }

  static void checkInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Interrupted.");
    }
  }
}
