/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.Counted;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.Editor;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.store.Location;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Takes datasets out of the stores they were in, but one, in the record. A store to which somebody has
 * copied them since keeps them.
 */
final class Departure {
  private final HomeCatalog catalog;
  private final String to;

  Departure(HomeCatalog catalog, String to) {
    this.catalog = catalog;
    this.to = to;
  }

  void record(List<Part> parts) throws IOException {
    int count = parts.stream().mapToInt(part -> part.datasets().size()).sum();
    String message =
        "Take " + Counted.of(count, "dataset") + " out of other stores than '" + to + "'";
    catalog.backends().record().commit(message, editor -> {
      for (Part part : parts) {
        depart(part, editor);
      }
    });
  }

  private void depart(Part part, Editor editor) throws IOException {
    SessionEntry known =
        Holders.named(editor.base().find(part.session().key()).orElse(part.session()));
    Map<String, Set<String>> left = new HashMap<>();
    part.datasets().forEach(dataset -> left.put(dataset.toString(), left(dataset)));
    List<DatasetEntry> datasets = known.datasets().stream()
        .map(dataset -> held(dataset, left.getOrDefault(dataset.path(), Set.of())))
        .toList();
    Set<String> gone = new HashSet<>();
    left.values().forEach(gone::addAll);
    gone.removeAll(Holders.ofAny(datasets));
    List<Location> locations = known.locations().stream()
        .filter(location -> !gone.contains(location.store()))
        .toList();
    editor.put(Holders.brief(new SessionEntry(
        known.key(), known.id(), known.protocol(), known.projects(), locations, datasets)));
  }

  private Set<String> left(Dataset dataset) {
    return dataset.locations().stream()
        .map(Location::store)
        .filter(store -> !store.equals(to))
        .collect(Collectors.toSet());
  }

  private DatasetEntry held(DatasetEntry dataset, Set<String> left) {
    if (!dataset.present() || left.isEmpty()) {
      return dataset;
    }
    Set<String> stores = new TreeSet<>(dataset.stores());
    stores.removeAll(left);
    stores.add(to);
    return dataset.withStores(true, List.copyOf(stores));
  }
}
