/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static java.util.Comparator.comparing;

import io.alfheim.catalog.spi.CatalogIndex;
import io.alfheim.catalog.spi.CatalogIndexProvider;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.Touching;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The indexes of earlier commits in a home, for all its processes. A new one begins as a copy of that
 * which is fewest commits away; the ones used least recently go. Whoever has one open that goes makes
 * it anew with the next question: an index is only ever derived.
 */
final class IndexShelf {
  static final int KEPT = 8;
  private static final Logger log = LoggerFactory.getLogger(IndexShelf.class);

  /** A folder and when it was last used. */
  private record Kept(Path folder, FileTime used) {}

  private final Path newest;
  private final Path shelf;
  private final CatalogIndexProvider indexes;

  IndexShelf(Home home, CatalogIndexProvider indexes) {
    this.newest = home.index();
    this.shelf = home.pastIndexes();
    this.indexes = indexes;
  }

  /** Opens the index for a commit, which may stand elsewhere yet. */
  CatalogIndex take(SessionRecord record, CommitId commit) throws IOException {
    Path folder = shelf.resolve(commit.isNone() ? "none" : commit.value());
    try {
      if (!Files.isDirectory(folder)) {
        begin(record, commit, folder);
      }
      Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
      dropOldest(folder);
    } catch (FileSystemException e) {
      log.debug("index={} cannot be kept", folder, e);
    }
    return indexes.open(folder);
  }

  /** Makes the copy under another name, so that it is there whole or not at all. */
  private void begin(SessionRecord record, CommitId commit, Path folder) throws IOException {
    Path unfinished = shelf.resolve("new-" + UUID.randomUUID());
    Files.createDirectories(shelf);
    try {
      Path nearest = nearest(record, commit);
      indexes.copy(nearest, unfinished);
      log.debug("index={} begins as a copy of {}", folder, nearest);
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(unfinished); // also when another process was faster
    }
  }

  private Path nearest(SessionRecord record, CommitId wanted) throws IOException {
    List<String> history = new ArrayList<>();
    record
        .history()
        .log(record.head(), Touching.ANYTHING, commit -> history.add(commit.id().value()));
    int at = history.indexOf(wanted.value());
    Path best = newest;
    int distance = at;
    for (Path folder : kept()) {
      int place = history.indexOf(folder.getFileName().toString());
      if (place >= 0 && Math.abs(place - at) < distance) {
        best = folder;
        distance = Math.abs(place - at);
      }
    }
    return best;
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> folders = Files.list(shelf)) {
      return folders.filter(Files::isDirectory).toList();
    }
  }

  private void dropOldest(Path used) throws IOException {
    List<Kept> others = new ArrayList<>();
    for (Path folder : kept()) {
      if (!folder.equals(used)) {
        others.add(new Kept(folder, Files.getLastModifiedTime(folder)));
      }
    }
    others.sort(comparing(Kept::used).reversed());
    for (Kept old : others.subList(Math.min(KEPT - 1, others.size()), others.size())) {
      delete(old.folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      List<Path> files;
      try (Stream<Path> list = Files.list(folder)) {
        files = list.toList();
      }
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    }
  }
}
