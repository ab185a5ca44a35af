/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.AlfIds;
import io.alfheim.alf.AlfName;
import io.alfheim.alf.DatasetPath;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.store.Location;
import io.alfheim.store.Store;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the file of a dataset may be called where it is: as recorded, or as downloads may have called it,
 * with its id before the extension.
 */
final class Spellings {
  private Spellings() {}

  /**
   * All names, the recorded one first.
   *
   * @param path where the record has the dataset
   */
  static List<StorePath> of(Dataset dataset, StorePath path) {
    Stream<StorePath> other = withId(dataset.path().name(), dataset.id())
        .map(name -> path.parent().resolve(name.toString()))
        .stream();
    return Stream.concat(Stream.of(path), other).distinct().toList();
  }

  private static Optional<AlfName> withId(AlfName name, UUID id) {
    return AlfIds.isOfVersion(id, 3, 4, 5) ? Optional.of(name.withUuid(id)) : Optional.empty();
  }

  /**
   * Gives what was found in the folder of a session the paths that the record has for it, where no file
   * has the path itself. What has the path of another dataset is that one.
   *
   * @param found by paths below the folder; is changed
   */
  static <T> void nameAsRecorded(SessionEntry session, DatasetIds ids, Map<String, T> found) {
    Set<String> recorded =
        session.datasets().stream().map(DatasetEntry::path).collect(Collectors.toSet());
    if (recorded.containsAll(found.keySet())) {
      return;
    }
    for (DatasetEntry dataset : session.datasets()) {
      if (!found.containsKey(dataset.path())) {
        DatasetPath.find(dataset.path())
            .flatMap(path -> withId(path.name(), ids.of(session.id(), dataset, path))
                .map(name -> path.withName(name).toString()))
            .filter(path -> !recorded.contains(path))
            .map(found::remove)
            .ifPresent(file -> found.put(dataset.path(), file));
      }
    }
  }

  /** The file of the first of these names that a store has. */
  static Optional<StoreEntry> find(Dataset dataset, StorePath path, Store store)
      throws IOException {
    for (StorePath name : of(dataset, path)) {
      Optional<StoreEntry> file = store.find(name).filter(entry -> !entry.folder());
      if (file.isPresent()) {
        return file;
      }
    }
    return Optional.empty();
  }

  /** Whether the record has the dataset at a location, by any of its names. */
  static boolean has(Dataset dataset, Location location) {
    return dataset.locations().stream()
        .filter(one -> one.store().equals(location.store()))
        .anyMatch(one -> of(dataset, one.path()).contains(location.path()));
  }
}
