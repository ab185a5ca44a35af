/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.alfheim.data.Column;
import io.alfheim.data.Data;
import io.alfheim.data.DataException;
import io.alfheim.data.DatasetWriter;
import io.alfheim.data.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes a table as lines of cells, the first line with the names of the columns. */
abstract class DelimitedWriter implements DatasetWriter {
  private final char separator;

  DelimitedWriter(char separator) {
    this.separator = separator;
  }

  @Override
  public void write(Data data, OutputStream out) throws IOException {
    List<Column> columns = List.copyOf(table(data).columns());
    check(columns);
    Rows rows = new Rows(columns);
    try {
      CsvWriter writer = CsvWriter.builder()
          .fieldSeparator(separator)
          .lineDelimiter(LineDelimiter.LF)
          .quoteStrategy(rows)
          .build(out);
      writer.writeRecord(columns.stream().map(Column::name).toList());
      for (int row = 0; rows.next(); row++) {
        Interruption.check(row);
        rows.write(writer.writeRecord());
      }
      writer.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Table table(Data data) throws IOException {
    Table table;
    try {
      table = data.table();
    } catch (DataException e) {
      throw new IOException("Delimited text holds a table; this is " + data.describe() + ".", e);
    }
    if (table.columnNames().isEmpty()) {
      throw new IOException("A table without columns cannot be written as delimited text.");
    }
    return table;
  }

  private static void check(List<Column> columns) throws IOException {
    for (Column column : columns) {
      Utf8.encode(column.name());
      for (int row = 0; column.type().isText() && row < column.size(); row++) {
        String text = column.getString(row);
        if (text != null) {
          Utf8.encode(text);
        }
      }
    }
  }
}
