/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables.internal;

import io.alfheim.one.tables.TableDataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells the datasets of one session after the other. */
final class DatasetsBySession {
  private final TableFiles files;
  private final Path folder;
  private final Set<String> done = new HashSet<>();
  private List<TableDataset> current = new ArrayList<>();

  DatasetsBySession(TableFiles files, Path folder) {
    this.files = files;
    this.folder = folder;
  }

  /** Is told of sessions. */
  @FunctionalInterface
  interface Visitor {
    void session(String id, List<TableDataset> rows) throws IOException;
  }

  /** The rows of a session do not stand together. */
  static final class ScatteredException extends IOException {
    private static final long serialVersionUID = 1;
  }

  /**
   * Visits the sessions as their rows come, of which no more than those of one session are kept.
   *
   * @throws ScatteredException if the rows of a session do not stand together, which they do in every
   *     table that is sorted by session; what was visited before is not to be counted
   */
  void stream(Visitor visitor) throws IOException {
    files.datasets(folder, rows -> {
      for (TableDataset row : rows) {
        if (!current.isEmpty() && !current.get(0).session().equals(row.session())) {
          visit(visitor);
        }
        current.add(row);
      }
    });
    if (!current.isEmpty()) {
      visit(visitor);
    }
  }

  private void visit(Visitor visitor) throws IOException {
    String session = current.get(0).session();
    if (!done.add(session)) {
      throw new ScatteredException();
    }
    visitor.session(session, current);
    current = new ArrayList<>();
  }

  /** Visits the sessions in any order of rows, all of which are kept. */
  void collect(Visitor visitor) throws IOException {
    Map<String, List<TableDataset>> all = new LinkedHashMap<>();
    files.datasets(folder, rows -> {
      for (TableDataset row : rows) {
        all.computeIfAbsent(row.session(), id -> new ArrayList<>()).add(row);
      }
    });
    for (Map.Entry<String, List<TableDataset>> session : all.entrySet()) {
      visitor.session(session.getKey(), session.getValue());
    }
  }
}
