/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables;

import io.alfheim.catalog.CatalogException;
import io.alfheim.one.tables.internal.RowMerge;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tables of a folder in memory: every session, every dataset, ordered as the texts of their ids
 * order. Immutable.
 *
 * @param sessions ordered by id
 * @param datasets ordered by the ids of session and dataset
 * @param info of both tables together
 */
public record OneTables(List<TableSession> sessions, List<TableDataset> datasets, TableInfo info) {
  private static final Comparator<TableDataset> BY_IDS = Comparator.comparing(TableDataset::session)
      .thenComparing(TableDataset::id)
      .thenComparing(TableDataset::path);

  /**
   * Orders the rows.
   *
   * @throws CatalogException if two sessions have the same id; it names both
   */
  public OneTables {
    sessions = sessions.stream().sorted(Comparator.comparing(TableSession::id)).toList();
    datasets = datasets.stream().sorted(BY_IDS).toList();
    for (int i = 1; i < sessions.size(); i++) {
      requireDistinct(sessions.get(i - 1), sessions.get(i));
    }
  }

  private static void requireDistinct(TableSession a, TableSession b) {
    if (a.id().equals(b.id())) {
      throw new CatalogException(
          "The tables have the id '" + a.id() + "' for both sessions '" + a.name() + "' and '"
              + b.name() + "'.",
          "Ask the maker of the tables for a mended copy, or make new ones from the files.");
    }
  }

  /** Ids that several datasets of one session have; none in a sound table. */
  public List<SharedId> sharedIds() {
    return SharedId.in(datasets);
  }

  /** Tables without rows. */
  public static OneTables empty(TableInfo info) {
    return new OneTables(List.of(), List.of(), info);
  }

  /**
   * These rows with others put over them: a row whose id is known replaces the one there is, any other
   * is added. What the new row of a dataset does not know (default revision, size, hash) stays as it
   * was; repositories that no new row says anything of are believed to have what exists.
   */
  public OneTables merge(
      Collection<TableSession> newSessions, Collection<TableDataset> newDatasets) {
    Map<String, TableSession> seen = new HashMap<>();
    newSessions.forEach(row -> seen.putIfAbsent(row.id(), row));
    sessions.forEach(row -> seen.putIfAbsent(row.id(), row));
    return new OneTables(List.copyOf(seen.values()), RowMerge.merge(datasets, newDatasets), info);
  }

  /** These rows with those of other tables put over them, and the origins of both. */
  public OneTables merge(OneTables other) {
    OneTables merged = merge(other.sessions, other.datasets);
    return new OneTables(merged.sessions, merged.datasets, info.and(other.info));
  }

  /** The same rows with other information about them. */
  public OneTables withInfo(TableInfo newInfo) {
    return new OneTables(sessions, datasets, newInfo);
  }

  /** For people: how much there is. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "ONE tables of %s: %,d sessions, %,d datasets",
        info.created(),
        sessions.size(),
        datasets.size());
  }
}
