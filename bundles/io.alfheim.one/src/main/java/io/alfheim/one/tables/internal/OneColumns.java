/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables.internal;

import io.alfheim.data.Column;
import io.alfheim.data.Table;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns that a table of ONE must have. */
final class OneColumns {
  private OneColumns() {}

  /**
   * Refuses a table that is not ONE's.
   *
   * @param ids columns that may be pairs of numbers instead
   */
  static void require(Table table, String file, List<String> ids, List<String> others)
      throws IOException {
    Stream<String> noIds = ids.stream().filter(name -> IdCells.find(table, name).isEmpty());
    Stream<String> noOthers =
        others.stream().filter(name -> table.findColumn(name).isEmpty());
    String missing = Stream.concat(noIds, noOthers)
        .map(name -> "'" + name + "'")
        .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new IOException("'" + file + "' is no table of ONE's: it lacks " + missing
          + "; its columns are " + String.join(", ", table.columnNames()));
    }
  }

  /** The error for a cell that cannot be what its column says. */
  static IOException bad(String file, Column column, int row) {
    return new IOException("'" + file + "' has '" + column.get(row) + "' in column '"
        + column.name() + "' of row " + (row + 1) + ", which is no such thing");
  }
}
