/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables.internal;

import io.alfheim.alf.LegacyId;
import io.alfheim.data.Column;
import io.alfheim.data.ColumnType;
import io.alfheim.data.Table;
import java.util.Optional;

/** The ids in a table: texts today, pairs of numbers once. */
@FunctionalInterface
interface IdCells {

  /** The id in a row, empty if there is none. */
  String get(int row);

  /** The ids under a name, if there are any. */
  static Optional<IdCells> find(Table table, String name) {
    Optional<Column> text =
        table.findColumn(name).filter(column -> column.type().isText());
    return text.<IdCells>map(column -> row -> TextCells.text(column, row))
        .or(() -> pair(table, name));
  }

  private static Optional<IdCells> pair(Table table, String name) {
    Optional<Column> first = half(table, name + "_0");
    Optional<Column> second = half(table, name + "_1");
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    Column a = first.get();
    Column b = second.get();
    return Optional.of(row -> a.isNull(row) || b.isNull(row)
        ? ""
        : new LegacyId(a.getLong(row), b.getLong(row)).toUuid().toString());
  }

  private static Optional<Column> half(Table table, String name) {
    return table.findColumn(name).filter(column -> column.type() == ColumnType.INT64);
  }
}
