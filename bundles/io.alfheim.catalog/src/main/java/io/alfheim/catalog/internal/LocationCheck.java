/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.CheckLevel;
import io.alfheim.catalog.CheckReport;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.Finding.Problem;
import io.alfheim.catalog.Progress;
import io.alfheim.store.Location;
import io.alfheim.store.Store;
import io.alfheim.store.StoreEntry;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Reads datasets in every store that has them, and compares them with what the record says. */
final class LocationCheck {
  private final HomeCatalog catalog;
  private final Progress progress;
  private final CheckTally tally = new CheckTally();
  private final StoreCheck check;

  LocationCheck(HomeCatalog catalog, Progress progress) {
    this.catalog = catalog;
    this.progress = progress;
    DatasetIds ids = new DatasetIds(catalog.namespace());
    this.check = new StoreCheck(true, ids, tally, RateLimit.NONE);
  }

  CheckReport run(List<Dataset> datasets) {
    List<Dataset> each = List.copyOf(new LinkedHashSet<>(datasets));
    each.stream().map(Dataset::session).distinct().forEach(one -> tally.sessions.increment());
    try (Workers workers = Workers.ofProcessors();
        Progress.Task task = progress.begin("Checking datasets", each.size())) {
      workers.forEach(each, dataset -> {
        dataset.locations().forEach(location -> look(dataset, location));
        task.advance(1);
      });
      return tally.report(CheckLevel.CONTENT, catalog.commit());
    } catch (IOException e) {
      throw Failure.of("The datasets cannot be checked", e);
    }
  }

  private void look(Dataset dataset, Location location) {
    try {
      Store store = catalog.stores().get(location.store());
      Optional<StoreEntry> file = Spellings.find(dataset, location.path(), store);
      check.compare(
          ((RecordedDataset) dataset).entry(),
          file.orElse(null),
          store,
          file.map(StoreEntry::path).orElse(location.path()));
    } catch (IOException | CatalogException e) {
      tally.found(
          CheckLevel.FILES,
          Problem.UNREADABLE,
          location.toString(),
          "Cannot be read: " + e.getMessage());
    }
  }
}
