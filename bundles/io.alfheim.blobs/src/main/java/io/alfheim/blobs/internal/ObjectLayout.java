/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.Kind;
import io.alfheim.blobs.SectionConfig;
import io.alfheim.blobs.Stored;
import io.alfheim.store.StorePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where things lie in a store. */
final class ObjectLayout {
  /** What is to be deleted waits here, below the section's folder. */
  static final String QUARANTINE = ".quarantine";

  /** Here are the marks of those who refer to something. */
  private static final String HOMES = ".homes";

  private static final Pattern HASHED = Pattern.compile("[0-9a-f]{32}([.].*)?", Pattern.DOTALL);

  /** What other programs leave behind when they are stopped while they write. */
  private static final List<String> LITTER = List.of(".saving", ".copying");

  /** Below a run, what was not below the section's folder. */
  private static final String FILES = ".files";

  private final StorePath location;
  private final StorePath folder;
  private final List<Integer> subfolding;

  ObjectLayout(SectionConfig config) {
    this.location = location(config.location());
    this.folder = location.resolve(config.folder());
    this.subfolding = config.subfolding();
  }

  /** Without a leading slash or drive, as other programs name keys. */
  static StorePath location(String text) {
    String path = text.replaceFirst("^[A-Za-z]:", "").replace('\\', '/');
    try {
      return StorePath.of(path);
    } catch (IllegalArgumentException e) {
      throw new BlobException(
          "'" + text + "' is no folder of a store.",
          "Take a path without '..' and without an empty name.",
          e);
    }
  }

  /** The folder that only this section writes to. */
  StorePath folder() {
    return folder;
  }

  StorePath quarantine() {
    return folder.resolve(QUARANTINE);
  }

  /** The folder that sections may share, with the files of their stages. */
  StorePath location() {
    return location;
  }

  StorePath homes() {
    return homes(folder);
  }

  /** Where marks are in the folder of a section. */
  static StorePath homes(StorePath folder) {
    return folder.resolve(HOMES);
  }

  /** Where the files of stages wait that were put aside in a run. */
  static StorePath files(StorePath run) {
    return run.resolve(FILES);
  }

  /** Whether the same is in the same place. */
  boolean isAs(ObjectLayout other) {
    return folder.equals(other.folder) && subfolding.equals(other.subfolding);
  }

  /** Whether a folder of the section is for its own ends, and holds no objects in their places. */
  boolean isInner(StorePath path) {
    return path.equals(quarantine()) || path.equals(homes());
  }

  /** Whether a path is in the folder that only this section writes to. */
  boolean isOwn(StorePath path) {
    return path.value().startsWith(folder.value() + "/");
  }

  /** Where an object waits that was put aside in a run. */
  StorePath waiting(StorePath run, StorePath object) {
    return isOwn(object)
        ? run.resolve(object.below(folder))
        : files(run).resolve(object.below(location));
  }

  /** Where an object that waits was taken from. */
  StorePath origin(StorePath run, StorePath waiting) {
    String below = waiting.below(run);
    return below.startsWith(FILES + "/")
        ? location.resolve(below.substring(FILES.length() + 1))
        : folder.resolve(below);
  }

  StorePath path(Stored stored) {
    return switch (stored.kind()) {
      case BLOB -> hashed(Md5.hex(stored.hash()));
      case ATTACHMENT -> hashed(Md5.hex(stored.hash()) + "." + SafeName.require(stored.name()));
      case FILE -> file(stored.name());
    };
  }

  private StorePath hashed(String name) {
    StorePath path = folder;
    for (String part : subfold(name, subfolding)) {
      path = path.resolve(part);
    }
    return path.resolve(name);
  }

  /** Where a file of the stage lies, which cannot be where things are named by content. */
  StorePath file(String relative) {
    StorePath path = below(relative);
    if (path.equals(folder) || isOwn(path)) {
      throw new BlobException(
          "'" + relative + "' lies in the folder '" + folder + "', which holds what is named by"
              + " content.",
          "Take another path.");
    }
    return path;
  }

  private StorePath below(String relative) {
    try {
      if (relative.isEmpty()) {
        throw new IllegalArgumentException("empty");
      }
      return new StorePath(location.isRoot() ? relative : location + "/" + relative);
    } catch (IllegalArgumentException e) {
      throw new BlobException(
          "'" + relative + "' is no path below the stage.",
          "Take a path without '..' and without an empty name.",
          e);
    }
  }

  /** Where DataJoint 0.11 put a blob. */
  StorePath migrated(String path) {
    return below(path);
  }

  /** Where DataJoint 0.11 put it, if it is such a blob; a path that leads elsewhere never was one's. */
  Optional<StorePath> findMigrated(Stored stored) {
    boolean migrated = stored.kind() == Kind.BLOB && !stored.name().isEmpty();
    return migrated ? safe(() -> migrated(stored.name())) : Optional.empty();
  }

  /** Where it can lie beside the quarantine; nowhere if its name leads elsewhere. */
  List<StorePath> places(Stored stored) {
    return Stream.of(safe(() -> path(stored)), findMigrated(stored), putAgain(stored))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** Where one of the old layout comes when the same value is put again. */
  private Optional<StorePath> putAgain(Stored stored) {
    boolean migrated = stored.kind() == Kind.BLOB && !stored.name().isEmpty();
    return migrated ? stored.contents().map(hash -> hashed(Md5.hex(hash))) : Optional.empty();
  }

  /** As {@link #places}, to read from; a name that leads elsewhere is an error. */
  List<StorePath> reading(Stored stored) {
    List<StorePath> places = new ArrayList<>(List.of(path(stored)));
    if (stored.kind() == Kind.BLOB && !stored.name().isEmpty()) {
      places.add(migrated(stored.name()));
      putAgain(stored).ifPresent(places::add);
    }
    return places;
  }

  private static Optional<StorePath> safe(Supplier<StorePath> path) {
    try {
      return Optional.of(path.get());
    } catch (BlobException hostile) {
      return Optional.empty();
    }
  }

  /** Successive parts of a name, in lower case. */
  static List<String> subfold(String name, List<Integer> digits) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    for (int count : digits) {
      int end = Math.min(name.length(), at + count);
      parts.add(name.substring(at, end).toLowerCase(Locale.ROOT));
      at = end;
    }
    return parts;
  }

  /** Whether a path is where something named by content would lie, or what was left of writing it. */
  boolean names(StorePath path) {
    String name = path.name();
    if (!HASHED.matcher(name).matches()) {
      return false;
    }
    return path.equals(hashed(name));
  }

  /** What an object must be by its name; empty for all that is not named by content. */
  Optional<Fingerprint> fingerprint(StorePath path) {
    boolean named = names(path) && LITTER.stream().noneMatch(path.name()::endsWith);
    return named ? Optional.of(Fingerprint.named(path.name())) : Optional.empty();
  }

  /** The identity of a file of the stage. */
  static UUID fileHash(String relative) {
    return Md5.of(relative);
  }
}
