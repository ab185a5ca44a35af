/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.schema.MessageType;

/** Some rows of a file, of which a column is fetched when it is asked for and not kept. */
final class RowGroupPages implements PageReadStore {
  private final FileBytes file;
  private final RowGroup rows;
  private final List<ColumnDescriptor> columns;

  RowGroupPages(FileBytes file, RowGroup rows, MessageType schema) throws IOException {
    this.file = file;
    this.rows = rows;
    this.columns = schema.getColumns();
    if (rows.getColumnsSize() != columns.size()) {
      throw new IOException(
          "a row group has " + rows.getColumnsSize() + " columns, the schema " + columns.size());
    }
  }

  @Override
  public long getRowCount() {
    return rows.getNum_rows();
  }

  @Override
  public PageReader getPageReader(ColumnDescriptor wanted) {
    for (int i = 0; i < columns.size(); i++) {
      if (Arrays.equals(columns.get(i).getPath(), wanted.getPath())) {
        try {
          return pages(rows.getColumns().get(i), columns.get(i));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    throw new IllegalArgumentException("no column " + wanted);
  }

  private PageReader pages(ColumnChunk chunk, ColumnDescriptor descriptor) throws IOException {
    String name = String.join(".", descriptor.getPath());
    if (chunk.isSetFile_path() || !chunk.isSetMeta_data() || chunk.isSetCrypto_metadata()) {
      throw new IOException("column '" + name + "' is encrypted or in another file");
    }
    ColumnMetaData column = chunk.getMeta_data();
    if (descriptor.getMaxRepetitionLevel() == 0 && column.getNum_values() != rows.getNum_rows()) {
      throw new IOException("column '" + name + "' has " + column.getNum_values() + " values in "
          + rows.getNum_rows() + " rows");
    }
    long start = column.getData_page_offset();
    long dictionary = column.isSetDictionary_page_offset() ? column.getDictionary_page_offset() : 0;
    if (dictionary > 0 && dictionary < start) {
      start = dictionary;
    }
    byte[] bytes = file.read(start, column.getTotal_compressed_size(), "column '" + name + "'");
    return new ChunkPages(bytes, column);
  }
}
