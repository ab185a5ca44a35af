/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables.internal;

import io.alfheim.alf.AlfException;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Progress;
import io.alfheim.catalog.Session;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.Editor;
import io.alfheim.one.tables.CacheTables;
import io.alfheim.one.tables.ImportReport;
import io.alfheim.one.tables.ImportReport.LeftOut;
import io.alfheim.one.tables.SharedId;
import io.alfheim.one.tables.TableDataset;
import io.alfheim.one.tables.TableSession;
import io.alfheim.store.Location;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes tables into the catalog; used once. */
final class TableImport {
  private final Catalog catalog;
  private final TableFiles files;
  private final Progress progress;
  private final Map<String, TableSession> rows = new LinkedHashMap<>();
  private final Map<String, SessionKey> keys = new HashMap<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  TableImport(Catalog catalog, TableFiles files, Progress progress) {
    this.catalog = catalog;
    this.files = files;
    this.progress = progress;
  }

  ImportReport run(Path folder, Path root) throws IOException {
    if (files.sessions(folder, all -> all.forEach(this::add)).isEmpty()) {
      throw new FileNotFoundException("there is no " + CacheTables.SESSIONS);
    }
    nameSessions();
    checkKnown();
    Location at = catalog.record().locate(root);
    Tally[] tally = new Tally[1];
    CommitId commit = catalog
        .record()
        .change(
            "Import the tables of '" + folder.toAbsolutePath().normalize().getFileName() + "'",
            editor ->
                tally[0] = put(folder, editor, new SessionImport(catalog.namespace(), root, at)));
    leftOut.addAll(tally[0].leftOut);
    return new ImportReport(
        tally[0].sessions.size(), tally[0].datasets, leftOut, tally[0].sharedIds, commit);
  }

  private void add(TableSession row) {
    TableSession other = rows.putIfAbsent(row.id(), row);
    if (other != null) {
      throw new CatalogException(
          "Sessions '" + other.name() + "' and '" + row.name() + "' have the same id '" + row.id()
              + "'. Nothing was imported.",
          "Ask the maker of the tables for a mended copy.");
    }
  }

  private void nameSessions() {
    Map<SessionKey, TableSession> named = new HashMap<>();
    for (TableSession row : rows.values()) {
      try {
        SessionKey key = new SessionKey(row.lab(), row.subject(), row.date(), row.number());
        TableSession other = named.putIfAbsent(key, row);
        if (other == null) {
          keys.put(row.id(), key);
        } else {
          leftOut.add(new LeftOut(row.id(), "is another row of session '" + other.name() + "'"));
        }
      } catch (AlfException e) {
        leftOut.add(new LeftOut(row.id(), String.valueOf(e.getMessage())));
      }
    }
  }

  private void checkKnown() {
    for (Session session : catalog.search().list()) {
      String id = session.id().toString();
      SessionKey key = keys.getOrDefault(id, session.key());
      if (!key.equals(session.key())) {
        throw new CatalogException(
            "Id '" + id + "' is that of '" + session.key() + "' in the catalog and of '" + key
                + "' in the tables. Nothing was imported.",
            "If the session was renamed, scan its folder first.");
      }
    }
  }

  /** What was put in one go through the table. */
  private static final class Tally {
    private final Map<String, Boolean> sessions = new HashMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<SharedId> sharedIds = new ArrayList<>();
    private long datasets;
  }

  private Tally put(Path folder, Editor editor, SessionImport each) throws IOException {
    Tally tally;
    try {
      tally = new Tally();
      Tally first = tally;
      through(first, visitor -> new DatasetsBySession(files, folder).stream(visitor), editor, each);
    } catch (DatasetsBySession.ScatteredException e) {
      tally = new Tally();
      Tally second = tally;
      through(
          second, visitor -> new DatasetsBySession(files, folder).collect(visitor), editor, each);
    }
    return tally;
  }

  /** A way through the table of datasets. */
  @FunctionalInterface
  private interface Way {
    void go(DatasetsBySession.Visitor visitor) throws IOException;
  }

  private void through(Tally tally, Way way, Editor editor, SessionImport each) throws IOException {
    try (Progress.Task task = progress.begin("Importing sessions", keys.size())) {
      way.go((id, datasets) -> {
        if (put(tally, id, datasets, editor, each)) {
          task.advance(1);
        }
      });
      for (String id : keys.keySet()) {
        if (!tally.sessions.containsKey(id)) {
          put(tally, id, List.of(), editor, each);
          task.advance(1);
        }
      }
    }
  }

  private boolean put(
      Tally tally, String id, List<TableDataset> datasets, Editor editor, SessionImport each)
      throws IOException {
    SessionTree.checkInterrupted();
    SessionKey key = keys.get(id);
    TableSession row = rows.get(id);
    if (key == null || row == null) {
      if (row == null) {
        tally.leftOut.add(new LeftOut(
            id, "has " + datasets.size() + " datasets and is not in the table of sessions"));
      }
      return false;
    }
    tally.sessions.put(id, true);
    tally.sharedIds.addAll(SharedId.in(datasets));
    tally.datasets += each.put(key, row, datasets, editor, tally.leftOut);
    return true;
  }
}
