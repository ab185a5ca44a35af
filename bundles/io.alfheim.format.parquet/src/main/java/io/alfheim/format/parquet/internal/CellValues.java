/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import io.alfheim.data.Column;
import io.alfheim.data.ColumnType;
import java.util.List;
import java.util.function.IntConsumer;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter.PlainBinaryDictionaryValuesWriter;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** Gives the cells of a column that are there to the encoder of their type. */
final class CellValues {
  private final Column column;
  private final ValuesWriter encoder;
  private final IntConsumer cell;

  CellValues(Column column, ColumnDescriptor descriptor, ParquetProperties properties) {
    this.column = column;
    encoder = column.type() == ColumnType.CATEGORY
        ? dictionary(column.categories(), properties)
        : properties.newValuesWriter(descriptor);
    cell = cell();
  }

  /**
   * An encoder whose dictionary has all categories in their order. Left alone, it would have them by
   * first use, and readers who take its order for that of the categories would get a wrong one.
   */
  private static ValuesWriter dictionary(List<String> categories, ParquetProperties properties) {
    ValuesWriter encoder = new PlainBinaryDictionaryValuesWriter(
        Integer.MAX_VALUE, Encoding.RLE_DICTIONARY, Encoding.PLAIN, properties.getAllocator());
    categories.forEach(category -> encoder.writeBytes(Binary.fromString(category)));
    encoder.reset();
    return encoder;
  }

  ValuesWriter encoder() {
    return encoder;
  }

  void write(int row) {
    cell.accept(row);
  }

  private IntConsumer cell() {
    return switch (column.type()) {
      case BOOLEAN -> row -> encoder.writeBoolean(column.getBoolean(row));
      case FLOAT32 -> row -> encoder.writeFloat((float) column.getDouble(row));
      case FLOAT64 -> row -> encoder.writeDouble(column.getDouble(row));
      case STRING, CATEGORY ->
        row -> encoder.writeBytes(Binary.fromString(String.valueOf(column.get(row))));
      case INT64, INSTANT, DATETIME -> row -> encoder.writeLong(column.getLong(row));
      case UINT64 -> row -> encoder.writeLong(bits(column.get(row)));
      default -> row -> encoder.writeInteger((int) column.getLong(row));
    };
  }

  /** The 64 bits of a number that a long may be too small for. */
  private static long bits(@Nullable Object number) {
    return number instanceof Number n ? n.longValue() : 0;
  }
}
