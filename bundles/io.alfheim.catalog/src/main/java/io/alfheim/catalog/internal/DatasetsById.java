/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.AmbiguousException;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.Search;
import io.alfheim.catalog.Session;
import io.alfheim.catalog.spi.SessionQuery.HasDatasetId;
import io.alfheim.catalog.spi.SessionQuery.HasId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds datasets by their id: the index knows the sessions, the record the rest. */
final class DatasetsById {
  private final Search all;

  DatasetsById(Search all) {
    this.all = all;
  }

  List<Dataset> list(UUID id) {
    List<Dataset> found = new ArrayList<>();
    for (Session session : all.where(new HasDatasetId(Set.of(id))).list()) {
      session.datasets().stream().filter(dataset -> dataset.id().equals(id)).forEach(found::add);
    }
    return List.copyOf(found);
  }

  Optional<Dataset> find(UUID id) {
    List<Dataset> found = list(id);
    if (found.size() > 1) {
      List<String> paths = found.stream().map(DatasetsById::fullPath).toList();
      throw new AmbiguousException(
          "'" + id + "' is the id of " + found.size() + " datasets: " + String.join(", ", paths)
              + ".",
          "Take one of catalog.datasets(id), or name its session.",
          paths);
    }
    return found.stream().findFirst();
  }

  NoSuchDatasetException missing(UUID id) {
    boolean isSession = all.where(new HasId(Set.of(id))).count() > 0;
    return new NoSuchDatasetException(
        "No dataset has the id '" + id + "' among the " + all.count() + " sessions of this catalog"
            + (isSession ? "; it is the id of a session." : "."),
        isSession
            ? "Ask for the session: catalog.session(\"" + id + "\")."
            : "Look for it by name: search(\"dataset:…\").");
  }

  private static String fullPath(Dataset dataset) {
    return dataset.session().key() + "/" + dataset.path();
  }
}
