/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import de.siegmar.fastcsv.writer.CsvWriter.CsvWriterRecord;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import io.alfheim.data.Column;
import io.alfheim.format.text.internal.CellScanner.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Spells the cells of one row after the other. A text that looks like something else is quoted, so
 * that it is read as a text again.
 */
final class Rows implements QuoteStrategy {
  private final List<Column> columns;
  private final CellScanner cell = new CellScanner();
  private int row = -1;

  Rows(List<Column> columns) {
    this.columns = columns;
  }

  /** Goes to the next row, if there is one; at first to the first. */
  boolean next() {
    return ++row < columns.get(0).size();
  }

  void write(CsvWriterRecord record) {
    for (Column column : columns) {
      record.writeField(spelled(column.get(row)));
    }
    record.endRecord();
  }

  private @Nullable String spelled(@Nullable Object value) {
    if (value == null) {
      // Nothing at all in the only column would be an empty line, and those do not count.
      return columns.size() == 1 ? "NA" : null;
    }
    if (value instanceof Boolean flag) {
      return flag ? "True" : "False";
    }
    if (value instanceof Number number && Double.isInfinite(number.doubleValue())) {
      return number.doubleValue() > 0 ? "inf" : "-inf";
    }
    return value.toString();
  }

  @Override
  public boolean quoteEmpty(int line, int field) {
    return true;
  }

  @Override
  public boolean quoteValue(int line, int field, String value) {
    Column column = columns.get(field);
    return row >= 0
        && column.type().isText()
        && !column.isNull(row)
        && cell.scan(value) != Kind.TEXT;
  }
}
