/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables.internal;

import io.alfheim.one.tables.TableDataset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts rows of datasets over others. Rows are the same if session and id are; where several have one
 * id, also the path must be.
 */
public final class RowMerge {
  private final Map<String, List<TableDataset>> byId = new HashMap<>();

  /** Columns of repositories that the new rows do not have. */
  private final Collection<String> unsaid;

  private RowMerge(Collection<String> unsaid) {
    this.unsaid = unsaid;
  }

  /** All rows, those of the second list in place of the same ones of the first. */
  public static List<TableDataset> merge(
      Collection<TableDataset> rows, Collection<TableDataset> newRows) {
    Collection<String> unsaid = DatasetRows.existsColumns(rows);
    unsaid.removeAll(DatasetRows.existsColumns(newRows));
    RowMerge merge = new RowMerge(unsaid);
    rows.forEach(row -> merge.same(row).add(row));
    Map<String, List<TableDataset>> news = new HashMap<>();
    for (TableDataset row : newRows) {
      List<TableDataset> same = news.computeIfAbsent(key(row), key -> new ArrayList<>(1));
      if (at(same, row) < 0) {
        same.add(merge.filled(row));
      }
    }
    news.values().forEach(merge::put);
    return merge.byId.values().stream().flatMap(List::stream).toList();
  }

  /** What new rows know nothing of is there if the file is there at all. */
  private TableDataset filled(TableDataset row) {
    Map<String, Boolean> existsAt = new HashMap<>(row.existsAt());
    unsaid.forEach(name -> existsAt.putIfAbsent(name, row.exists()));
    return new TableDataset(
        row.session(),
        row.id(),
        row.path(),
        row.size(),
        row.hash(),
        row.exists(),
        row.qc(),
        row.defaultRevision(),
        existsAt);
  }

  private static String key(TableDataset row) {
    return row.session() + "/" + row.id();
  }

  private List<TableDataset> same(TableDataset row) {
    return byId.computeIfAbsent(key(row), key -> new ArrayList<>(1));
  }

  private void put(List<TableDataset> rows) {
    List<TableDataset> known = same(rows.get(0));
    boolean moved = rows.size() == 1 && known.size() == 1;
    for (TableDataset row : rows) {
      int at = moved ? 0 : at(known, row);
      if (at < 0) {
        known.add(row);
      } else {
        known.set(at, updated(known.get(at), row));
      }
    }
  }

  private static int at(List<TableDataset> rows, TableDataset wanted) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).path().equals(wanted.path())) {
        return i;
      }
    }
    return -1;
  }

  private static TableDataset updated(TableDataset old, TableDataset now) {
    boolean sameSize = now.size() < 0 || now.size() == old.size();
    return new TableDataset(
        now.session(),
        now.id(),
        now.path(),
        now.size() < 0 ? old.size() : now.size(),
        now.hash().isEmpty() && sameSize ? old.hash() : now.hash(),
        now.exists(),
        now.qc(),
        now.defaultRevision() == null ? old.defaultRevision() : now.defaultRevision(),
        now.existsAt());
  }
}
