/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables.internal;

import io.alfheim.alf.AlfIds;
import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.Progress;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.Snapshot;
import io.alfheim.data.Table;
import io.alfheim.data.TablePieces;
import io.alfheim.one.tables.TableDataset;
import io.alfheim.one.tables.TableInfo;
import io.alfheim.one.tables.TableSession;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;

/** Writes a catalog as of one commit as tables; no more than some thousand rows are held at once. */
final class TableExport {
  private static final Comparator<DatasetEntry> MARKED_FIRST_THEN_LABEL =
      Comparator.<DatasetEntry, Boolean>comparing(
              dataset -> Boolean.TRUE.equals(dataset.defaultRevision()))
          .thenComparing(dataset -> DatasetPath.parse(dataset.path()).revision());

  private final Catalog catalog;
  private final TableFiles files;
  private final Progress progress;
  /** By the text of the id, in which order the tables are. */
  private final TreeMap<String, SessionKey> keys = new TreeMap<>();

  private final List<TableSession> sessions = new ArrayList<>();
  private boolean hasDefaults;

  TableExport(Catalog catalog, TableFiles files, Progress progress) {
    this.catalog = catalog;
    this.files = files;
    this.progress = progress;
  }

  List<Path> run(Path folder, CommitId commit) throws IOException {
    Snapshot snapshot = catalog.record().snapshot(commit);
    snapshot.forEach(this::add);
    sessions.sort(Comparator.comparing(TableSession::id));
    TableInfo info =
        TableInfo.of(LocalDateTime.now(ZoneId.systemDefault()), catalog.home().toString());
    Map<String, String> notes = OneNotes.metadata(info);
    try (Progress.Task task = progress.begin("Exporting sessions", keys.size())) {
      return files.write(
          folder,
          TableFiles.once(SessionRows.table(sessions, notes)),
          new Pieces(snapshot, notes, task));
    }
  }

  private void add(SessionEntry session) {
    SessionTree.checkInterrupted();
    SessionKey key = session.key();
    keys.put(session.id().toString(), key);
    sessions.add(new TableSession(
        session.id().toString(),
        key.lab(),
        key.subject(),
        key.date(),
        key.number(),
        session.protocol(),
        String.join(",", session.projects())));
    hasDefaults |= session.datasets().stream().anyMatch(d -> d.defaultRevision() != null);
  }

  /** The datasets, session after session. */
  private final class Pieces implements TablePieces {
    private final Snapshot snapshot;
    private final Map<String, String> notes;
    private final Progress.Task task;
    private final Iterator<SessionKey> left = keys.values().iterator();
    private boolean begun;

    Pieces(Snapshot snapshot, Map<String, String> notes, Progress.Task task) {
      this.snapshot = snapshot;
      this.notes = notes;
      this.task = task;
    }

    @Override
    public Optional<Table> next() throws IOException {
      if (begun && !left.hasNext()) {
        return Optional.empty();
      }
      begun = true;
      List<TableDataset> rows = new ArrayList<>();
      while (rows.size() < TableFiles.PIECE && left.hasNext()) {
        SessionTree.checkInterrupted();
        snapshot.find(left.next()).map(TableExport.this::rows).ifPresent(rows::addAll);
        task.advance(1);
      }
      return Optional.of(
          DatasetRows.table(rows, notes, hasDefaults ? List.of(DatasetRows.DEFAULT) : List.of()));
    }
  }

  private List<TableDataset> rows(SessionEntry session) {
    Map<String, String> chosen = chosen(session.datasets());
    List<TableDataset> rows = new ArrayList<>();
    for (DatasetEntry dataset : session.datasets()) {
      DatasetPath path = DatasetPath.parse(dataset.path());
      UUID id =
          dataset.id().orElseGet(() -> AlfIds.datasetId(catalog.namespace(), session.id(), path));
      rows.add(new TableDataset(
          session.id().toString(),
          id.toString(),
          dataset.path(),
          dataset.size(),
          dataset.hash(),
          dataset.present(),
          dataset.qc(),
          dataset.path().equals(chosen.get(path.unrevised()))));
    }
    rows.sort(Comparator.comparing(TableDataset::id));
    return rows;
  }

  /**
   * The path of the default among the revisions of each file: ONE expects one to be marked where any
   * is, so where nobody chose it is the one that it would take without marks.
   */
  private static Map<String, String> chosen(List<DatasetEntry> datasets) {
    Map<String, DatasetEntry> chosen = new HashMap<>();
    for (DatasetEntry dataset : datasets) {
      chosen.merge(
          DatasetPath.parse(dataset.path()).unrevised(),
          dataset,
          BinaryOperator.maxBy(MARKED_FIRST_THEN_LABEL));
    }
    Map<String, String> paths = new HashMap<>();
    chosen.forEach((file, dataset) -> paths.put(file, dataset.path()));
    return paths;
  }
}
