/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import io.alfheim.data.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.PageWriteStore;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Encodes some rows of a table in memory and writes them, column behind column. */
final class RowGroupBuffer implements PageWriteStore {
  private final List<Column> columns;
  private final MessageType schema;
  private final Map<ColumnDescriptor, ChunkBuffer> chunks = new LinkedHashMap<>();

  RowGroupBuffer(List<Column> columns) {
    this.columns = columns;
    schema = new MessageType(
        "schema", columns.stream().map(c -> (Type) TypeElement.of(c)).toList());
    schema.getColumns().forEach(column -> chunks.put(column, new ChunkBuffer(column)));
  }

  @Override
  public PageWriter getPageWriter(ColumnDescriptor column) {
    PageWriter chunk = chunks.get(column);
    if (chunk == null) {
      throw new IllegalArgumentException("no column " + column);
    }
    return chunk;
  }

  RowGroup write(int from, int to, CountedOutput out) throws IOException {
    encode(from, to);
    List<ColumnChunk> written = new ArrayList<>();
    long plain = 0;
    long start = out.position();
    for (ChunkBuffer chunk : chunks.values()) {
      ColumnChunk place = chunk.writeTo(out);
      plain += place.getMeta_data().getTotal_uncompressed_size();
      written.add(place);
    }
    RowGroup group = new RowGroup(written, plain, to - from);
    group.setFile_offset(start);
    group.setTotal_compressed_size(out.position() - start);
    return group;
  }

  private void encode(int from, int to) {
    ParquetProperties properties = ParquetProperties.builder()
        .withValuesWriterFactory(
            new CategoryDictionaries(columns, HeapByteBufferAllocator.getInstance()))
        .withStatisticsEnabled(false)
        .withSizeStatisticsEnabled(false)
        .build();
    try (ColumnWriteStore encoders = properties.newColumnWriteStore(schema, this)) {
      List<CellWriter> cells = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        cells.add(new CellWriter(
            columns.get(i), encoders.getColumnWriter(schema.getColumns().get(i))));
      }
      for (int row = from; row < to; row++) {
        if ((row & 0xfff) == 0 && Thread.currentThread().isInterrupted()) {
          throw new CancellationException("Writing was interrupted.");
        }
        for (CellWriter cell : cells) {
          cell.write(row);
        }
        encoders.endRecord();
      }
      encoders.flush();
    }
  }
}
