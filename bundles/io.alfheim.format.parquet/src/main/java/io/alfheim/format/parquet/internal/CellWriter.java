/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import io.alfheim.data.Column;
import java.util.function.IntConsumer;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** Writes the cells of one column, by row. */
final class CellWriter {
  private static final int THERE = 1;

  private final Column column;
  private final ColumnWriter out;
  private final IntConsumer value;

  CellWriter(Column column, ColumnWriter out) {
    this.column = column;
    this.out = out;
    this.value = value();
  }

  void write(int row) {
    if (column.isNull(row)) {
      out.writeNull(0, 0);
    } else {
      value.accept(row);
    }
  }

  private IntConsumer value() {
    return switch (column.type()) {
      case BOOLEAN -> row -> out.write(column.getBoolean(row), 0, THERE);
      case FLOAT32 -> row -> out.write((float) column.getDouble(row), 0, THERE);
      case FLOAT64 -> row -> out.write(column.getDouble(row), 0, THERE);
      case STRING, CATEGORY ->
        row -> out.write(Binary.fromString(String.valueOf(column.get(row))), 0, THERE);
      case INT64, INSTANT, DATETIME -> row -> out.write(column.getLong(row), 0, THERE);
      case UINT64 -> row -> out.write(bits(column.get(row)), 0, THERE);
      default -> row -> out.write((int) column.getLong(row), 0, THERE);
    };
  }

  /** The 64 bits of a number that a long may be too small for. */
  private static long bits(@Nullable Object number) {
    return number instanceof Number n ? n.longValue() : 0;
  }
}
