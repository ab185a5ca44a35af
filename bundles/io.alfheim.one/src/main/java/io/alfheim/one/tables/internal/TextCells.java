/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables.internal;

import io.alfheim.data.Column;
import io.alfheim.data.Table;
import java.util.Optional;

/** Texts in a table, of which a missing one is the empty text. */
@FunctionalInterface
interface TextCells {

  /** The text in a row. */
  String get(int row);

  /** The texts of the first of these columns that is there; without one, all are empty. */
  static TextCells of(Table table, String... names) {
    for (String name : names) {
      Optional<Column> column = table.findColumn(name);
      if (column.isPresent()) {
        return row -> text(column.get(), row);
      }
    }
    return row -> "";
  }

  /** The cell as text. */
  static String text(Column column, int row) {
    Object cell = column.get(row);
    return cell == null ? "" : cell.toString();
  }
}
