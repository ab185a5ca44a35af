/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables.internal;

import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.SessionFolder;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** All session folders, sorted by place. */
  static List<Found> in(Path root) throws IOException {
    List<Found> found = new ArrayList<>();
    Files.walkFileTree(root, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
          throws IOException {
        checkInterrupted();
        Optional<SessionFolder> session = SessionFolder.match(names(folder));
        if (session.isEmpty()) {
          return FileVisitResult.CONTINUE;
        }
        found.add(look(session.get(), folder));
        return FileVisitResult.SKIP_SUBTREE;
      }
    });
    found.sort((a, b) -> a.place().compareTo(b.place()));
    return found;
  }

  private static Found look(SessionFolder session, Path place) throws IOException {
    TreeMap<DatasetPath, Long> datasets = new TreeMap<>();
    boolean[] empty = {true};
    Files.walkFileTree(place, new SimpleFileVisitor<>() {
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

  private static List<String> names(Path path) {
    return StreamSupport.stream(path.spliterator(), false).map(Path::toString).toList();
  }

  static void checkInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Interrupted.");
    }
  }
}
