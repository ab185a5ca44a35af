/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.Kind;
import io.alfheim.blobs.MissingBlobException;
import io.alfheim.blobs.Section;
import io.alfheim.blobs.SectionConfig;
import io.alfheim.blobs.Stored;
import io.alfheim.blobs.mym.Mym;
import io.alfheim.store.Location;
import io.alfheim.store.Store;
import io.alfheim.store.StorePath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A section over a store that is opened when it is needed.
 *
 * @param stores opens it
 * @param cache keeps blobs near, if the store is far
 */
record StoreSection(SectionConfig config, ObjectLayout layout, Opening stores, BlobCache cache)
    implements Section {
  /** More than that is not taken before it is there. */
  private static final int ROOM = 1 << 20;

  StoreSection(SectionConfig config, Opening stores, BlobCache cache) {
    this(config, new ObjectLayout(config), stores, cache);
  }

  /** Whether the same is in the same place. */
  boolean isAs(StoreSection other) {
    return config.store().equals(other.config.store()) && layout.isAs(other.layout);
  }

  /** To read from. */
  ObjectShelf shelf() {
    return new ObjectShelf(config.name(), stores.open(config.store()), layout);
  }

  /** To put something on; the mark of the home comes before. */
  ObjectShelf shelfToPut() throws IOException {
    return new ObjectShelf(config.name(), stores.openToPut(config.store()), layout);
  }

  @Override
  public Stored put(@Nullable Object value) {
    try {
      return put(shelfToPut(), value);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public List<Stored> putAll(List<? extends @Nullable Object> values) {
    try {
      ObjectShelf shelf = shelfToPut();
      return Together.each(values, value -> put(shelf, value));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private Stored put(ObjectShelf shelf, @Nullable Object value) throws IOException {
    byte[] packed = pack(value);
    Stored stored = Stored.blob(config.name(), Md5.of(packed), packed.length);
    shelf.keep(layout.path(stored), Fingerprint.of(stored), packed);
    return stored;
  }

  private byte[] pack(@Nullable Object value) {
    return switch (config.compression()) {
      case ZLIB -> Mym.pack(value);
      case NONE -> Mym.packPlain(value);
    };
  }

  @Override
  public @Nullable Object get(Stored blob) {
    require(blob, Kind.BLOB);
    try {
      return get(new LazyShelf(this), blob);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public List<@Nullable Object> getAll(List<Stored> blobs) {
    blobs.forEach(blob -> require(blob, Kind.BLOB));
    LazyShelf shelf = new LazyShelf(this);
    try {
      return Together.each(blobs, blob -> get(shelf, blob));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private @Nullable Object get(LazyShelf shelf, Stored blob) throws IOException {
    return Mym.unpack(bytes(shelf, blob));
  }

  @Override
  public byte[] bytes(Stored blob) {
    require(blob, Kind.BLOB);
    try {
      return bytes(new LazyShelf(this), blob);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private byte[] bytes(LazyShelf shelf, Stored blob) throws IOException {
    Optional<byte[]> near = cache.find(blob, () -> shelf.get().store(), () -> locate(blob));
    return near.isPresent() ? near.get() : read(shelf.get(), blob);
  }

  private byte[] read(ObjectShelf shelf, Stored blob) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) Math.min(blob.size(), ROOM));
    shelf.copy(blob, Fingerprint.of(blob), () -> {
      bytes.reset();
      return bytes;
    });
    return bytes.toByteArray();
  }

  @Override
  public Stored attach(Path file) {
    try {
      return new Attachments(shelfToPut()).put(file);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public Path fetch(Stored attachment, Path folder) {
    require(attachment, Kind.ATTACHMENT);
    try {
      return new Attachments(shelf()).fetch(attachment, folder);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Path stage() {
    Path folder = config
        .stage()
        .orElseThrow(() -> new BlobException(
            "Section '" + config.name() + "' has no stage.",
            "Give it one: its files lie in the stage under the same paths as in the store."));
    requireStage();
    return folder.normalize();
  }

  /** A disk that is not mounted must not be filled with files beneath it. */
  void requireStage() {
    config.stage().filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
      throw new BlobException(
          "The stage '" + folder + "' of section '" + config.name() + "' is not a folder.",
          "Make it, or name another one.");
    });
  }

  @Override
  public Stored place(Path fileOfStage) {
    Path stage = stage();
    try {
      return new Stage(stage, config.checksum(), shelfToPut()).put(fileOfStage, stores::placing);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public Path fetch(Stored file) {
    require(file, Kind.FILE);
    Path stage = stage();
    try {
      return new Stage(stage, config.checksum(), shelf()).fetch(file);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void repair(Stored file) {
    require(file, Kind.FILE);
    Path stage = stage();
    try {
      new Stage(stage, config.checksum(), shelfToPut()).repair(file);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public Location locate(Stored stored) {
    requireMine(stored);
    StorePath path = layout.path(stored);
    if (layout.findMigrated(stored).isPresent()) {
      try {
        path = inPlace(shelf().store(), stored).orElse(path);
      } catch (IOException e) {
        throw unreadable(e);
      }
    }
    return new Location(config.store(), path);
  }

  private Optional<StorePath> inPlace(Store store, Stored stored) throws IOException {
    for (StorePath place : layout.places(stored)) {
      if (store.find(place).isPresent()) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  private void require(Stored stored, Kind kind) {
    requireMine(stored);
    if (stored.kind() != kind) {
      throw new BlobException(
          "'" + stored + "' is not asked for like that.",
          "A blob: get(stored). An attachment: fetch(stored, folder). A file: fetch(stored).");
    }
  }

  private void requireMine(Stored stored) {
    if (!stored.section().equals(config.name())) {
      throw new BlobException(
          "'" + stored + "' is not in section '" + config.name() + "'.",
          "Ask section '" + stored.section() + "'.");
    }
  }

  private RuntimeException unreadable(IOException e) {
    return Failure.of("Section '" + config.name() + "' cannot be read", e);
  }

  private RuntimeException unwritable(IOException e) {
    return Failure.of("Nothing can be put into section '" + config.name() + "'", e);
  }

  /** Where what a reference names lies, be it in quarantine; reads nothing of it. */
  Optional<Location> find(Stored stored) throws IOException {
    ObjectShelf shelf = shelf();
    List<StorePath> found = new ArrayList<>();
    inPlace(shelf.store(), stored).ifPresent(found::add);
    for (StorePath place : layout.places(stored)) {
      if (found.isEmpty()) {
        found.addAll(shelf.waiting(place));
      }
    }
    if (found.isEmpty()) { // unless it was taken back just now
      inPlace(shelf.store(), stored).ifPresent(found::add);
    }
    return found.stream().findFirst().map(path -> new Location(config.store(), path));
  }

  /**
   * Sees to it that what is to be referred to is there, and takes it back where it waits to be deleted.
   * Other homes see the mark before it is looked for.
   *
   * @throws MissingBlobException if it is nowhere
   */
  void claim(List<Stored> all) throws IOException {
    all.forEach(this::requireMine);
    ObjectShelf shelf = shelfToPut();
    for (Stored stored : all) {
      claim(shelf, stored);
    }
  }

  private void claim(ObjectShelf shelf, Stored stored) throws IOException {
    if (inPlace(shelf.store(), stored).isPresent()) {
      return;
    }
    StorePath from = layout.path(stored);
    for (StorePath place : layout.places(stored)) {
      from = shelf.waiting(place).isEmpty() ? from : place;
    }
    try {
      shelf.restore(from, Fingerprint.of(stored));
    } catch (MissingBlobException | NoSuchFileException e) {
      if (inPlace(shelf.store(), stored).isEmpty()) { // unless it was taken back just now
        throw e;
      }
    }
  }

  @Override
  public String toString() {
    return "Section '" + config.name() + "' in store '" + config.store() + "'";
  }
}
