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

  private RowMerge() {}

  /** All rows, those of the second list in place of the same ones of the first. */
  public static List<TableDataset> merge(
      Collection<TableDataset> rows, Collection<TableDataset> newRows) {
    RowMerge merge = new RowMerge();
    rows.forEach(row -> merge.same(row).add(row));
    Map<String, List<TableDataset>> news = new HashMap<>();
    for (TableDataset row : newRows) {
      List<TableDataset> same = news.computeIfAbsent(key(row), key -> new ArrayList<>(1));
      if (at(same, row) < 0) {
        same.add(row);
      }
    }
    news.values().forEach(merge::put);
    return merge.byId.values().stream().flatMap(List::stream).toList();
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
        now.defaultRevision() == null ? old.defaultRevision() : now.defaultRevision());
  }
}
