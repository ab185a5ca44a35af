/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.AlfName;
import io.alfheim.catalog.Progress;
import io.alfheim.catalog.Sizes;
import io.alfheim.catalog.Sizes.By;
import io.alfheim.catalog.Sizes.Share;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.Snapshot;
import io.alfheim.store.Location;
import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Adds up the sizes of all datasets; holds nothing per dataset. */
final class SizeTally {
  private static final Comparator<Share> LARGEST_FIRST =
      Comparator.comparingLong(Share::bytes).reversed().thenComparing(Share::name);

  private final Map<By, Map<String, long[]>> sums = new EnumMap<>(By.class);
  private long datasets;
  private long bytes;
  private long unknown;

  /** The sizes of everything. */
  static Sizes of(Snapshot snapshot, Progress progress) throws IOException {
    SizeTally tally = new SizeTally();
    try (Progress.Task task = progress.begin("Adding up sizes", -1)) {
      snapshot.forEach(session -> {
        tally.add(session);
        task.advance(1);
      });
    }
    return tally.sizes();
  }

  private void add(SessionEntry session) {
    List<String> everywhere =
        session.locations().stream().map(Location::store).distinct().toList();
    String lab = session.key().lab();
    String subject = session.key().subject();
    for (DatasetEntry dataset : session.datasets()) {
      if (dataset.present()) {
        add(dataset, dataset.stores().isEmpty() ? everywhere : dataset.stores());
        add(By.LAB, lab, dataset);
        add(By.SUBJECT, lab.isEmpty() ? subject : lab + "/" + subject, dataset);
      }
    }
  }

  private void add(DatasetEntry dataset, List<String> stores) {
    datasets++;
    bytes += known(dataset);
    unknown += dataset.size() == DatasetEntry.UNKNOWN_SIZE ? 1 : 0;
    stores.forEach(store -> add(By.STORE, store, dataset));
    AlfName.find(dataset.path().substring(dataset.path().lastIndexOf('/') + 1)).ifPresent(name -> {
      add(By.KIND, name.object() + "." + name.attribute(), dataset);
      add(By.FORMAT, name.extension().toLowerCase(Locale.ROOT), dataset);
    });
  }

  private void add(By by, String name, DatasetEntry dataset) {
    long[] sum =
        sums.computeIfAbsent(by, b -> new HashMap<>()).computeIfAbsent(name, n -> new long[2]);
    sum[0]++;
    sum[1] += known(dataset);
  }

  private static long known(DatasetEntry dataset) {
    return dataset.size() == DatasetEntry.UNKNOWN_SIZE ? 0 : dataset.size();
  }

  private Sizes sizes() {
    Map<By, List<Share>> shares = new EnumMap<>(By.class);
    sums.forEach((by, all) -> shares.put(
        by,
        all.entrySet().stream()
            .map(e -> new Share(e.getKey(), e.getValue()[0], e.getValue()[1]))
            .sorted(LARGEST_FIRST)
            .toList()));
    return new Sizes(datasets, bytes, unknown, shares);
  }
}
