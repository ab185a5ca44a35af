/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.Snapshot;
import io.alfheim.store.Location;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * What goes to another store of one session.
 *
 * @param session as the record had it when one began
 * @param folder where it is in that store, or will be
 * @param datasets some of its datasets
 */
record Part(SessionEntry session, Location folder, List<Dataset> datasets) {

  /** Datasets by session, each session as one commit has it; as it was, if it has gone since. */
  static List<Part> of(List<Dataset> datasets, String store, SessionRecord record)
      throws IOException {
    Map<SessionKey, List<Dataset>> sessions = new LinkedHashMap<>();
    for (Dataset dataset : new LinkedHashSet<>(datasets)) {
      sessions
          .computeIfAbsent(dataset.session().key(), key -> new ArrayList<>())
          .add(dataset);
    }
    Snapshot now = record.at(record.head());
    List<Part> parts = new ArrayList<>();
    for (Map.Entry<SessionKey, List<Dataset>> each : sessions.entrySet()) {
      RecordedSession known = (RecordedSession) each.getValue().get(0).session();
      SessionEntry session =
          now.find(each.getKey()).orElseGet(() -> known.entry().withDatasets(List.of()));
      parts.add(new Part(session, folder(session, store), each.getValue()));
    }
    return parts;
  }

  private static Location folder(SessionEntry session, String store) {
    return session.locations().stream()
        .filter(location -> location.store().equals(store))
        .findFirst()
        .orElseGet(() -> new Location(store, new StorePath(session.key().path())));
  }

  /** Where one of the datasets is in that store, or will be. */
  StorePath path(Dataset dataset) {
    return folder.path().resolve(dataset.toString());
  }
}
