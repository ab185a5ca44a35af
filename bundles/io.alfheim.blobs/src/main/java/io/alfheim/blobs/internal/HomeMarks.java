/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.alfheim.store.Store;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Small files in a section, one for each home that ever used it. A home sees its own references and
 * those it fetched; of what others refer to since, it would take for unused what is not. So nobody
 * cleans up where others have left their mark. A home that can only read a store leaves none there.
 */
final class HomeMarks {
  private final Path home;
  private final Path idFile;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  HomeMarks(Path home) {
    this.home = home;
    this.idFile = home.resolve("etc").resolve("io.alfheim.blobs.home");
  }

  /** Another home. */
  record Other(StorePath mark, String home) {}

  /** Leaves the mark of this home in a section that begins here; its folder may not be there yet. */
  void begin(Store store, ObjectLayout layout) {
    try {
      leave(store, layout);
    } catch (IOException onlyRead) {
      // Who comes to refer to something tries again.
    }
  }

  /** Leaves the mark of this home, once, where its section is; whoever reads may not be able to. */
  void use(Store store, ObjectLayout layout) {
    String section = store.name() + "/" + layout.folder();
    if (!(store instanceof WritableStore) || seen.contains(section)) {
      return;
    }
    try {
      if (store.find(layout.folder()).isEmpty()) {
        return; // The disk may not be mounted.
      }
      leave(store, layout);
    } catch (IOException onlyRead) {
      // Who comes to refer to something tries again.
    }
    seen.add(section);
  }

  /**
   * Leaves the mark of this home, or fails, unless the section can only be read. It looks each time:
   * what is put before the mark would be taken for that of another program.
   */
  void require(Store store, ObjectLayout layout) throws IOException {
    try {
      leave(store, layout);
    } catch (AccessDeniedException onlyRead) {
      // Nor can anything else be written there.
    } catch (IOException e) {
      if (!isOnlyRead(store, layout)) {
        throw e;
      }
    }
  }

  /** Whether local files cannot be written; what the system says is in the language of its user. */
  private static boolean isOnlyRead(Store store, ObjectLayout layout) {
    Optional<Path> root = localRoot(store);
    if (root.isEmpty()) {
      return false;
    }
    Path folder = root.get().resolve(layout.homes().value());
    while (!Files.exists(folder) && folder.startsWith(root.get())) {
      folder = Objects.requireNonNullElse(folder.getParent(), root.get().getRoot());
    }
    return folder.startsWith(root.get()) && !Files.isWritable(folder);
  }

  /** What other stores call their root is a URI. */
  private static Optional<Path> localRoot(Store store) {
    try {
      return Optional.of(Path.of(store.root())).filter(Path::isAbsolute);
    } catch (InvalidPathException notLocal) {
      return Optional.empty();
    }
  }

  private void leave(Store store, ObjectLayout layout) throws IOException {
    if (!(store instanceof WritableStore writable)) {
      return;
    }
    StorePath mark = layout.homes().resolve(own());
    if (store.find(mark).isPresent()) {
      return;
    }
    PlaceToken.leave(writable, layout.homes());
    try {
      writable.create(mark, out -> out.write(home.toString().getBytes(UTF_8)));
    } catch (FileAlreadyExistsException justLeft) {
      // as it should be
    }
  }

  /** Which home left a mark, as it called itself. */
  static Other other(Store store, StorePath mark) {
    try (InputStream in = store.read(mark).openStream()) {
      String text = new String(in.readNBytes(1 << 12), UTF_8);
      return new Other(mark, text.replaceAll("\\p{Cntrl}", "?"));
    } catch (IOException e) {
      return new Other(mark, mark.name());
    }
  }

  /** The name of the mark of this home where it is now: a copy of a home is another one. */
  String own() throws IOException {
    String where = id() + "\n" + home.toRealPath();
    return UUID.nameUUIDFromBytes(where.getBytes(UTF_8)).toString();
  }

  private String id() throws IOException {
    if (!Files.exists(idFile)) {
      drawId();
    }
    return Files.readString(idFile).strip();
  }

  /** Whole and only once, whoever else does so at the same time. */
  private void drawId() throws IOException {
    Path etc = Files.createDirectories(home.resolve("etc"));
    Path temporary = Files.createFile(etc.resolve("home-" + UUID.randomUUID() + ".new"));
    try {
      Files.writeString(temporary, UUID.randomUUID() + "\n");
      try {
        Files.createLink(idFile, temporary);
      } catch (FileAlreadyExistsException justDrawn) {
        // That one counts.
      } catch (UnsupportedOperationException | FileSystemException noLinks) {
        Files.move(temporary, idFile, StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
