/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.ChecksumLimit;
import io.alfheim.blobs.Stored;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Files that have the same paths below a local folder and in the store.
 *
 * @param folder absolute
 */
record Stage(Path folder, ChecksumLimit limit, ObjectShelf shelf) {

  /** @param placing hears of what is new in the store before it is there */
  Stored put(Path given, Consumer<Stored> placing) throws IOException {
    Path file = given.toAbsolutePath().normalize();
    String relative = relative(file);
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "There is no file '" + file + "'.");
    }
    StorePath path = shelf.layout().file(relative);
    requireNoSection(path, relative);
    long size = Files.size(file);
    Optional<StoreEntry> there = shelf.store().find(path);
    Optional<UUID> contents =
        there.isPresent() || limit.covers(size) ? Optional.of(hash(file)) : Optional.empty();
    Stored stored =
        Stored.file(shelf.name(), ObjectLayout.fileHash(relative), size, relative, contents);
    if (there.isPresent() && !shelf.is(there.get(), Fingerprint.of(stored))) {
      throw new BlobException(
          "'" + relative + "' in section '" + shelf.name() + "' has other bytes than '" + file
              + "'.",
          "Give the new version a path of its own. If the stored one is damaged:"
              + " repair(stored).");
    }
    if (there.isEmpty()) {
      placing.accept(stored);
    }
    shelf.keep(path, Fingerprint.of(stored), out -> Files.copy(file, out));
    return stored;
  }

  private String relative(Path file) {
    if (!file.startsWith(folder) || file.equals(folder)) {
      throw new BlobException(
          "'" + file + "' is not in the stage '" + folder + "' of section '" + shelf.name() + "'.",
          "Move it there, or attach it.");
    }
    return folder.relativize(file).toString().replace(File.separatorChar, '/');
  }

  /** In the folder of another section, of whatever home, it would be cleaned up with that. */
  private void requireNoSection(StorePath path, String relative) throws IOException {
    StorePath location = shelf.layout().location();
    for (StorePath at = path.parent(); !at.equals(location); at = at.parent()) {
      if (PlaceToken.read(shelf.store(), ObjectLayout.homes(at)).isPresent()) {
        throw new BlobException(
            "'" + relative + "' lies in the folder '" + at + "', which is that of another section.",
            "Take another path.");
      }
    }
  }

  private Path local(Stored file) {
    shelf.layout().file(file.name()); // refuses what leads out of the stage
    return folder.resolve(file.name());
  }

  /** What is checked of a file: all of it, or its size. */
  private Fingerprint wanted(Stored file) {
    Fingerprint all = Fingerprint.of(file);
    return limit.covers(file.size()) ? all : all.unhashed();
  }

  Path fetch(Stored file) throws IOException {
    Path local = local(file);
    Fingerprint wanted = wanted(file);
    if (isThere(local, wanted)) {
      return local;
    }
    Path parent = local.getParent();
    try (LocalCopy copy = new LocalCopy(parent == null ? folder : parent)) {
      shelf.copy(file, wanted, copy::open);
      try {
        copy.settle(local);
      } catch (FileAlreadyExistsException occupied) {
        if (!isThere(local, wanted)) { // nobody else has fetched it meanwhile
          copy.displace(local);
        }
      }
      return local;
    }
  }

  void repair(Stored file) throws IOException {
    Path local = local(file);
    if (!isThere(local, Fingerprint.of(file))) {
      throw new BlobException(
          "'" + local + "' is not what '" + file.name() + "' was when it was placed.",
          "Restore it in the stage first.");
    }
    // Where the reference has no MD5, what was stored is compared with the file itself.
    Fingerprint whole = new Fingerprint(file.size(), Optional.of(hash(local)), Md5::empty);
    shelf.keep(shelf.layout().path(file), whole, out -> Files.copy(local, out));
  }

  private static boolean isThere(Path local, Fingerprint wanted) throws IOException {
    if (!Files.isRegularFile(local) || !wanted.fits(Files.size(local))) {
      return false;
    }
    return wanted.hash().isEmpty() || wanted.hash().get().equals(hash(local));
  }

  private static UUID hash(Path file) throws IOException {
    Md5 md5 = Md5.empty();
    try (InputStream in = Files.newInputStream(file)) {
      md5.copy(in, OutputStream.nullOutputStream());
    }
    return md5.end();
  }
}
