/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import io.alfheim.data.Column;
import io.alfheim.data.ColumnType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.dictionary.DictionaryValuesWriter.PlainBinaryDictionaryValuesWriter;
import org.apache.parquet.column.values.factory.DefaultValuesWriterFactory;
import org.apache.parquet.column.values.factory.ValuesWriterFactory;
import org.apache.parquet.io.api.Binary;

/**
 * Puts all categories into the dictionary of their column, in their order, in every row group. Left
 * alone, a dictionary would have them by first use, and readers who take its order for that of the
 * categories would get a wrong one.
 */
final class CategoryDictionaries implements ValuesWriterFactory {
  private final Map<String, List<String>> categories = new HashMap<>();
  private final ValuesWriterFactory others = new DefaultValuesWriterFactory();
  private ByteBufferAllocator allocator;

  CategoryDictionaries(List<Column> columns, ByteBufferAllocator allocator) {
    this.allocator = allocator;
    for (Column column : columns) {
      if (column.type() == ColumnType.CATEGORY) {
        categories.put(column.name(), column.categories());
      }
    }
  }

  @Override
  public void initialize(ParquetProperties properties) {
    allocator = properties.getAllocator();
    others.initialize(properties);
  }

  @Override
  public ValuesWriter newValuesWriter(ColumnDescriptor column) {
    List<String> words = categories.get(column.getPath()[0]);
    if (words == null) {
      return others.newValuesWriter(column);
    }
    ValuesWriter values = new PlainBinaryDictionaryValuesWriter(
        Integer.MAX_VALUE, Encoding.RLE_DICTIONARY, Encoding.PLAIN, allocator);
    words.forEach(word -> values.writeBytes(Binary.fromString(word)));
    values.reset();
    return values;
  }
}
