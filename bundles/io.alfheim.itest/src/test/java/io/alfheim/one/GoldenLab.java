/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.internal.HomeCatalog;
import io.alfheim.catalog.internal.RealParts;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.data.ByteSource;
import io.alfheim.data.Document;
import io.alfheim.data.Table;
import io.alfheim.format.parquet.internal.ParquetReader;
import io.alfheim.format.text.internal.JsonReader;
import io.alfheim.record.git.internal.GitRecordProvider;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A folder of lab data with the tables of ONE beside it, in a catalog, and what ONE answers over it. */
final class GoldenLab implements Closeable {
  private final Path tree;
  private final Path home;
  private final HomeCatalog catalog;

  GoldenLab(Path temporary) throws Exception {
    Path archive = Path.of(GoldenLab.class.getResource("/golden/tree.tgz").toURI());
    new ProcessBuilder("tar", "xzf", archive.toString(), "-C", temporary.toString())
        .inheritIO()
        .start()
        .waitFor();
    tree = temporary.resolve("treeA");
    home = temporary.resolve("home");
    catalog = RealParts.catalog(home);
    catalog.scan(tree);
    addWhatNoFolderTells();
  }

  HomeCatalog catalog() {
    return catalog;
  }

  Path tree() {
    return tree;
  }

  static Document answers() throws Exception {
    Path file = Path.of(GoldenLab.class.getResource("/golden/answers.json").toURI());
    return new JsonReader().read(ByteSource.of(file)).document();
  }

  private Table table(String name) throws IOException {
    return new ParquetReader().read(ByteSource.of(tree.resolve(name))).table();
  }

  /** QC, default revisions, protocols and projects, which only the tables know. */
  private void addWhatNoFolderTells() throws IOException {
    Table sessions = table("sessions.pqt");
    Map<String, Integer> rowOf = new HashMap<>();
    Map<String, String> sessionOf = new HashMap<>();
    for (int row = 0; row < sessions.rows(); row++) {
      String lab = text(sessions, "lab", row);
      String key = (lab.isEmpty() ? "" : lab + "/") + text(sessions, "subject", row) + "/"
          + text(sessions, "date", row) + "/"
          + String.format("%03d", sessions.column("number").getLong(row));
      rowOf.put(key, row);
      sessionOf.put(text(sessions, "id", row), key);
    }
    Table datasets = table("datasets.pqt");
    Map<String, Integer> datasetRow = new HashMap<>();
    for (int row = 0; row < datasets.rows(); row++) {
      String key = sessionOf.get(text(datasets, "eid", row));
      datasetRow.put(key + "/" + text(datasets, "rel_path", row), row);
    }
    try (SessionRecord record = new GitRecordProvider().open(home)) {
      record.commit(
          "the tables",
          editor -> editor.base().forEach(entry -> {
            int row = rowOf.getOrDefault(entry.key().toString(), -1);
            editor.put(told(entry, sessions, row, datasets, datasetRow));
          }));
    }
  }

  private static SessionEntry told(
      SessionEntry entry, Table sessions, int row, Table datasets, Map<String, Integer> rows) {
    List<DatasetEntry> told = new ArrayList<>();
    for (DatasetEntry dataset : entry.datasets()) {
      int at = rows.getOrDefault(entry.key() + "/" + dataset.path(), -1);
      told.add(new DatasetEntry(
          dataset.path(),
          dataset.size(),
          dataset.hash(),
          Qc.parse(text(datasets, "qc", at)),
          datasets.column("exists").getBoolean(at),
          datasets.column("default_revision").getBoolean(at),
          null,
          dataset.stores()));
    }
    String projects = text(sessions, "projects", row);
    return new SessionEntry(
        entry.key(),
        entry.id(),
        text(sessions, "task_protocol", row),
        projects.isEmpty() ? List.of() : List.of(projects.split(",")),
        entry.locations(),
        told);
  }

  private static String text(Table table, String column, int row) {
    return String.valueOf(table.column(column).getString(row));
  }

  @Override
  public void close() throws IOException {
    RealParts.close(catalog);
  }
}
