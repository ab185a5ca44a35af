/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.AlfIds;
import io.alfheim.catalog.Dataset;
import io.alfheim.store.Location;
import io.alfheim.store.Store;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    UUID id = dataset.id();
    if (!AlfIds.isOfVersion(id, 3, 4, 5)) {
      return List.of(path);
    }
    String name = dataset.path().name().withUuid(id).toString();
    return Stream.of(path, path.parent().resolve(name)).distinct().toList();
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
