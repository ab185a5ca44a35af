/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.Editor;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.store.Location;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes datasets out of all stores but one, in the record. */
final class Departure {
  private final HomeCatalog catalog;
  private final String to;

  Departure(HomeCatalog catalog, String to) {
    this.catalog = catalog;
    this.to = to;
  }

  void record(Map<SessionEntry, List<Dataset>> sessions) throws IOException {
    int count = sessions.values().stream().mapToInt(List::size).sum();
    String message = "Take " + count + " datasets out of other stores than '" + to + "'";
    catalog.backends().record().commit(message, editor -> {
      for (Map.Entry<SessionEntry, List<Dataset>> each : sessions.entrySet()) {
        Set<String> paths =
            each.getValue().stream().map(Dataset::toString).collect(Collectors.toSet());
        depart(each.getKey(), paths, editor);
      }
    });
  }

  private void depart(SessionEntry before, Set<String> paths, Editor editor) throws IOException {
    SessionEntry known = editor.base().find(before.key()).orElse(before);
    List<String> all = known.locations().stream().map(Location::store).toList();
    Set<String> left = new HashSet<>();
    Set<String> used = new HashSet<>(Set.of(to));
    for (DatasetEntry dataset : known.datasets()) {
      List<String> holders = dataset.stores().isEmpty() ? all : dataset.stores();
      boolean moved = paths.contains(dataset.path());
      (moved ? left : used).addAll(dataset.present() ? holders : List.of());
    }
    left.removeAll(used);
    List<Location> locations = known.locations().stream()
        .filter(location -> !left.contains(location.store()))
        .toList();
    List<String> stores = locations.stream().map(Location::store).toList();
    List<DatasetEntry> datasets = known.datasets().stream()
        .map(dataset -> held(dataset, paths.contains(dataset.path()), all, stores))
        .toList();
    editor.put(new SessionEntry(
        known.key(), known.id(), known.protocol(), known.projects(), locations, datasets));
  }

  private DatasetEntry held(
      DatasetEntry dataset, boolean moved, List<String> all, List<String> stores) {
    if (!dataset.present()) {
      return dataset;
    }
    List<String> before = dataset.stores().isEmpty() ? all : dataset.stores();
    List<String> now =
        moved ? List.of(to) : before.stream().filter(stores::contains).toList();
    return dataset.withStores(true, now.containsAll(stores) ? List.of() : now);
  }
}
