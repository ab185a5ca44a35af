/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import io.alfheim.console.RenderContext;
import io.alfheim.console.ValueRenderer;
import io.alfheim.data.Column;
import io.alfheim.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tables of data: the first rows, as wide as the terminal. */
final class TableRenderer implements ValueRenderer {

  @Override
  public Optional<String> render(Object value, RenderContext context) {
    if (!(value instanceof Table table)) {
      return Optional.empty();
    }
    List<Column> columns = List.copyOf(table.columns());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int row = 0; row < Rows.shown(table.rows()); row++) {
      List<@Nullable Object> cells = new ArrayList<>();
      for (Column column : columns) {
        cells.add(column.get(row));
      }
      rows.add(cells);
    }
    List<String> header = columns.stream().map(Column::name).toList();
    return Optional.of(context.table(header, rows, table.rows()));
  }
}
