/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.AlfIds;
import io.alfheim.alf.DatasetPath;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionChange;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.SessionRecord.ChangeVisitor;
import java.util.List;
import java.util.UUID;

/**
 * The ids of datasets: those that they came with, and for all others one made of session and path,
 * which the record need not keep.
 *
 * @param namespace of the catalog
 */
record DatasetIds(UUID namespace) {

  /** The id of a dataset. */
  UUID of(UUID session, DatasetEntry dataset, DatasetPath path) {
    return dataset.id().orElseGet(() -> AlfIds.datasetId(namespace, session, path));
  }

  /** Passes changes on with every dataset saying its id. */
  ChangeVisitor writtenOut(ChangeVisitor visitor) {
    return change -> {
      SessionEntry after = change.after();
      visitor.changed(
          after == null
              ? change
              : new SessionChange(change.key(), change.before(), writtenOut(after)));
    };
  }

  private SessionEntry writtenOut(SessionEntry session) {
    List<DatasetEntry> datasets = session.datasets().stream()
        .map(dataset -> DatasetPath.find(dataset.path())
            .map(path -> dataset.withId(of(session.id(), dataset, path)))
            .orElse(dataset))
        .toList();
    return session.withDatasets(datasets);
  }
}
