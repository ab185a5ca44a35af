/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.CacheReport;
import io.alfheim.catalog.CheckReport;
import io.alfheim.catalog.Copies;
import io.alfheim.catalog.CopyReport;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.Progress;
import io.alfheim.store.cache.DownloadCache;
import java.nio.file.Path;
import java.util.List;

/** Brings, copies and moves the datasets of a catalog. */
record StoredCopies(HomeCatalog catalog, Progress progress) implements Copies {
  @Override
  public List<Path> download(List<Dataset> datasets) {
    return new Downloads(catalog.loading(), progress).run(now(datasets));
  }

  @Override
  public CopyReport copy(List<Dataset> datasets, String store) {
    return new Transfer(catalog, store, progress).copy(datasets);
  }

  @Override
  public CopyReport move(List<Dataset> datasets, String store) {
    return new Transfer(catalog, store, progress).move(datasets);
  }

  @Override
  public CheckReport verify(List<Dataset> datasets) {
    return new LocationCheck(catalog, progress).run(now(datasets));
  }

  @Override
  public CacheReport cache() {
    return catalog.loading().far().report();
  }

  @Override
  public DownloadCache downloads() {
    return catalog.loading().far().downloads();
  }

  /** Where they are now: they may have been moved since they were asked for. */
  private static List<Dataset> now(List<Dataset> datasets) {
    return datasets.stream()
        .<Dataset>map(one -> one instanceof RecordedDataset recorded ? recorded.now() : one)
        .toList();
  }
}
