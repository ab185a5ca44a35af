/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An id that several datasets of one session have, as happens in tables of databases.
 *
 * @param session id of the session
 * @param id of the datasets
 * @param paths of all of them
 */
public record SharedId(String session, String id, List<String> paths) {

  /** Copies the list. */
  public SharedId {
    paths = List.copyOf(paths);
  }

  /** All shared ids among these rows, in their order. */
  public static List<SharedId> in(Collection<TableDataset> rows) {
    Map<String, List<TableDataset>> byId = new LinkedHashMap<>();
    for (TableDataset row : rows) {
      byId.computeIfAbsent(row.session() + "/" + row.id(), key -> new ArrayList<>(1))
          .add(row);
    }
    return byId.values().stream()
        .filter(same -> same.size() > 1)
        .map(same -> new SharedId(
            same.get(0).session(),
            same.get(0).id(),
            same.stream().map(TableDataset::path).toList()))
        .toList();
  }

  @Override
  public String toString() {
    return id + " in session " + session + ": " + String.join(", ", paths);
  }
}
