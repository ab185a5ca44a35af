/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables.internal;

import io.alfheim.alf.Qc;
import io.alfheim.data.Column;
import io.alfheim.data.ColumnBuilder;
import io.alfheim.data.ColumnType;
import io.alfheim.data.Table;
import io.alfheim.one.tables.TableDataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Rows of datasets as columns, and back. */
final class DatasetRows {
  /** The column that tells which revisions are the default. */
  static final String DEFAULT = "default_revision";

  private static final String EXISTS_AT = "exists_";
  private static final List<String> SEVERITY =
      Arrays.stream(Qc.values()).map(Qc::name).toList();

  private final String file;
  private final Table table;
  private final IdCells session;
  private final IdCells id;
  private final TextCells path;
  private final TextCells hash;
  private final TextCells exists;
  private final TextCells qc;
  private final TextCells isDefault;
  private final Optional<Column> size;
  private final Map<String, TextCells> existsAt = new TreeMap<>();
  /** Few combinations for very many rows. */
  private final Map<Map<String, Boolean>, Map<String, Boolean>> shared = new HashMap<>();

  private DatasetRows(String file, Table table) {
    this.file = file;
    this.table = table;
    session = IdCells.find(table, "eid").orElseThrow();
    id = IdCells.find(table, "id").orElseThrow();
    path = TextCells.of(table, "rel_path");
    hash = TextCells.of(table, "hash");
    exists = TextCells.of(table, "exists");
    qc = TextCells.of(table, "qc");
    isDefault = TextCells.of(table, DEFAULT);
    size = table.findColumn("file_size");
    table.columnNames().stream()
        .filter(name -> name.startsWith(EXISTS_AT))
        .forEach(name -> existsAt.put(name, TextCells.of(table, name)));
  }

  /**
   * Reads the rows of a piece, but for those without path or id, which ONE makes of files that it
   * cannot name.
   */
  static List<TableDataset> read(String file, Table table) throws IOException {
    OneColumns.require(table, file, List.of("eid", "id"), List.of("rel_path"));
    DatasetRows cells = new DatasetRows(file, table);
    List<TableDataset> rows = new ArrayList<>(table.rows());
    for (int row = 0; row < table.rows(); row++) {
      if (!cells.path.get(row).isEmpty() && !cells.id.get(row).isEmpty()) {
        rows.add(cells.row(row));
      }
    }
    return rows;
  }

  private TableDataset row(int row) throws IOException {
    String outcome = qc.get(row);
    Qc verdict = outcome.isEmpty()
        ? Qc.NOT_SET
        : Qc.find(outcome).orElseThrow(() -> OneColumns.bad(file, table.column("qc"), row));
    return new TableDataset(
        session.get(row),
        id.get(row),
        path.get(row),
        size(row),
        hash.get(row).toLowerCase(Locale.ROOT),
        !Boolean.FALSE.equals(flag(exists.get(row))),
        verdict,
        flag(isDefault.get(row)),
        existsAt(row));
  }

  private Map<String, Boolean> existsAt(int row) {
    Map<String, Boolean> said = new HashMap<>();
    existsAt.forEach((name, cells) -> {
      Boolean exists = flag(cells.get(row));
      if (exists != null) {
        said.put(name, exists);
      }
    });
    return shared.computeIfAbsent(said, Map::copyOf);
  }

  /** Old tables have sizes as floating-point numbers, with NaN where there is none. */
  private long size(int row) {
    double bytes = size.isPresent() ? size.get().getDouble(row) : Double.NaN;
    if (Double.isNaN(bytes)) {
      return TableDataset.UNKNOWN_SIZE;
    }
    return size.get().type().isWhole() ? size.get().getLong(row) : (long) bytes;
  }

  /** A truth value; what a database sends may be the word. */
  private static @Nullable Boolean flag(String text) {
    return text.isEmpty() ? null : Boolean.valueOf(text.equalsIgnoreCase("true"));
  }

  /** The columns that not all tables have, and one of all these rows needs. */
  static List<String> optionalColumns(Collection<TableDataset> rows) {
    List<String> columns = new ArrayList<>();
    if (rows.stream().anyMatch(row -> row.defaultRevision() != null)) {
      columns.add(DEFAULT);
    }
    columns.addAll(existsColumns(rows));
    return columns;
  }

  /** The names of the repositories' columns. */
  static SortedSet<String> existsColumns(Collection<TableDataset> rows) {
    SortedSet<String> names = new TreeSet<>();
    rows.forEach(row -> names.addAll(row.existsAt().keySet()));
    return names;
  }

  /**
   * The table of these rows.
   *
   * @param optional which columns it has that not all tables have
   */
  static Table table(List<TableDataset> rows, Map<String, String> metadata, List<String> optional) {
    ColumnBuilder session = Column.builder("eid", ColumnType.STRING);
    ColumnBuilder id = Column.builder("id", ColumnType.STRING);
    ColumnBuilder path = Column.builder("rel_path", ColumnType.STRING);
    ColumnBuilder size = Column.builder("file_size", ColumnType.UINT64);
    ColumnBuilder hash = Column.builder("hash", ColumnType.STRING);
    ColumnBuilder exists = Column.builder("exists", ColumnType.BOOLEAN);
    ColumnBuilder qc = Column.builder("qc", SEVERITY, true);
    for (TableDataset row : rows) {
      session.add(row.session());
      id.add(row.id());
      path.add(row.path());
      if (row.size() < 0) {
        size.addNull();
      } else {
        size.add(row.size());
      }
      hash.add(row.hash());
      exists.add(row.exists());
      qc.add(row.qc().name());
    }
    List<Column> columns = new ArrayList<>(
        List.of(path.build(), size.build(), hash.build(), exists.build(), qc.build()));
    optional.forEach(name -> columns.add(flags(name, rows)));
    columns.add(session.build());
    columns.add(id.build());
    return PandasNotes.add(Table.of(columns), metadata, List.of("eid", "id"));
  }

  private static Column flags(String name, List<TableDataset> rows) {
    ColumnBuilder flags = Column.builder(name, ColumnType.BOOLEAN);
    for (TableDataset row : rows) {
      Boolean said = row.existsAt().get(name);
      if (name.equals(DEFAULT)) {
        flags.add(Boolean.TRUE.equals(row.defaultRevision()));
      } else if (said == null) {
        flags.addNull();
      } else {
        flags.add(said);
      }
    }
    return flags.build();
  }
}
