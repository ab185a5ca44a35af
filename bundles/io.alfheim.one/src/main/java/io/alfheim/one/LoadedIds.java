/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import io.alfheim.catalog.Dataset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What was loaded, in the order of the first time. Safe for threads. */
class LoadedIds {
  /** Remembers nothing. */
  static final LoadedIds NONE = new LoadedIds() {
    @Override
    void add(Dataset dataset) {
      // what was loaded is nobody's business
    }
  };

  private final Set<UUID> datasets = new LinkedHashSet<>();
  private final Set<UUID> sessions = new LinkedHashSet<>();

  synchronized void add(Dataset dataset) {
    datasets.add(dataset.id());
    sessions.add(dataset.session().id());
  }

  synchronized List<UUID> datasets() {
    return List.copyOf(datasets);
  }

  synchronized List<UUID> sessions() {
    return List.copyOf(sessions);
  }

  synchronized void clear() {
    datasets.clear();
    sessions.clear();
  }
}
