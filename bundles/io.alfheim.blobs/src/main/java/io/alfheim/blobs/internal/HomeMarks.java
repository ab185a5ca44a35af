/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Small files in a section, one for each home that ever referred to something in it. A home sees its
 * own references and those it fetched; of what others refer to since, it would take for unused what is
 * not. So nobody cleans up where others have left their mark.
 */
final class HomeMarks {
  private final Path home;
  private final Path idFile;
  private final Set<StorePath> left = ConcurrentHashMap.newKeySet();

  HomeMarks(Path home) {
    this.home = home;
    this.idFile = home.resolve("etc").resolve("io.alfheim.blobs.home");
  }

  /** Another home. */
  record Other(StorePath mark, String home) {}

  /**
   * Leaves the mark of this home, in the turn of a writer of its record. Where nothing can be written
   * nobody here cleans up either.
   */
  void leave(ObjectShelf shelf) throws IOException {
    if (!(shelf.store() instanceof WritableStore store)) {
      return;
    }
    StorePath mark = shelf.layout().homes().resolve(drawId());
    StorePath known = new StorePath(store.name() + "/" + mark);
    if (left.contains(known)) {
      return;
    }
    try {
      store.create(mark, out -> out.write(home.toString().getBytes(UTF_8)));
    } catch (FileAlreadyExistsException leftBefore) {
      // as it should be
    }
    left.add(known);
  }

  /** The homes beside this one that have left a mark. */
  List<Other> others(ObjectShelf shelf) throws IOException {
    Optional<String> own = id();
    List<Other> others = new ArrayList<>();
    try {
      for (StoreEntry mark : shelf.store().list(shelf.layout().homes()).entries()) {
        if (own.isEmpty() || !mark.path().name().equals(own.get())) {
          others.add(new Other(mark.path(), text(shelf, mark.path())));
        }
      }
    } catch (NoSuchFileException nobodyYet) {
      return List.of();
    }
    return others;
  }

  private static String text(ObjectShelf shelf, StorePath mark) throws IOException {
    try (InputStream in = shelf.store().read(mark).openStream()) {
      return new String(in.readNBytes(1 << 12), UTF_8).replaceAll("\\p{Cntrl}", "?");
    }
  }

  private Optional<String> id() throws IOException {
    return Files.exists(idFile) ? Optional.of(Files.readString(idFile).strip()) : Optional.empty();
  }

  /** It moves with the home, whose path may change. */
  private String drawId() throws IOException {
    Optional<String> known = id();
    if (known.isPresent()) {
      return known.get();
    }
    String id = UUID.randomUUID().toString();
    Files.createDirectories(home.resolve("etc"));
    Path temporary = Files.createTempFile(home.resolve("etc"), "home", ".new");
    try {
      Files.writeString(temporary, id + "\n");
      Files.move(temporary, idFile, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
    return id;
  }
}
