/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import io.alfheim.data.Column;
import io.alfheim.data.ColumnType;
import io.alfheim.data.Data;
import io.alfheim.data.DataException;
import io.alfheim.data.DatasetWriter;
import io.alfheim.data.Table;
import io.alfheim.data.TablePieces;
import io.alfheim.data.TableWriter;
import io.alfheim.data.WritesFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.values.factory.DefaultValuesWriterFactory;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.MessageType;
import org.osgi.service.component.annotations.Component;

/** Writes a table with its metadata as a Parquet file, as Arrow's programs do: snappy, version 1 pages. */
@Component(service = {DatasetWriter.class, TableWriter.class})
@WritesFormat(extensions = {"pqt", "parquet"})
public final class ParquetWriter implements TableWriter {
  static final int ROWS_PER_GROUP = 1 << 20;
  private static final String CREATED_BY = "alfheim";

  private final int rowsPerGroup;

  /** A writer; it keeps no state. */
  public ParquetWriter() {
    this(ROWS_PER_GROUP);
  }

  ParquetWriter(int rowsPerGroup) {
    this.rowsPerGroup = rowsPerGroup;
  }

  @Override
  public void write(Data data, OutputStream out) throws IOException {
    Iterator<Table> once = List.of(table(data)).iterator();
    write(() -> once.hasNext() ? Optional.of(once.next()) : Optional.empty(), out);
  }

  @Override
  public void write(TablePieces pieces, OutputStream out) throws IOException {
    CountedOutput file = new CountedOutput(out);
    List<RowGroup> groups = new ArrayList<>();
    Table last = null;
    for (Optional<Table> next = pieces.next(); next.isPresent(); next = pieces.next()) {
      Table piece = table(next.get());
      check(piece, last == null ? piece : last);
      if (last == null) {
        file.write(Footer.MAGIC);
      }
      last = piece;
      write(piece, groups, file);
    }
    if (last == null) {
      throw new IOException("There is no table to be written.");
    }
    writeFooter(last, groups, file);
    file.flush();
  }

  private void write(Table piece, List<RowGroup> groups, CountedOutput file) throws IOException {
    List<Column> columns = List.copyOf(piece.columns());
    for (int from = 0; from < piece.rows(); from += rowsPerGroup) {
      int to = (int) Math.min(piece.rows(), (long) from + rowsPerGroup);
      groups.add(group(columns, from, to, file));
    }
  }

  private static void check(Table piece, Table before) throws IOException {
    for (Column column : piece.columns()) {
      checkTexts(column);
    }
    if (!kinds(piece).equals(kinds(before))) {
      throw new IOException("The columns of a piece, " + kinds(piece)
          + ", are not those of the piece before it, " + kinds(before) + ".");
    }
  }

  private static List<String> kinds(Table piece) {
    return piece.columns().stream()
        .map(column -> column.name() + " " + TypeElement.of(column) + column.categories())
        .toList();
  }

  private static Table table(Data data) throws IOException {
    Table table;
    try {
      table = data.table();
    } catch (DataException e) {
      throw new IOException("Parquet holds a table; this is " + data.describe() + ".", e);
    }
    if (table.columnNames().isEmpty()) {
      throw new IOException("A table without columns cannot be written as Parquet.");
    }
    return table;
  }

  private static void checkTexts(Column column) throws IOException {
    CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder();
    boolean fits =
        utf8.canEncode(column.name()) && column.categories().stream().allMatch(utf8::canEncode);
    for (int row = 0; fits && column.type().isText() && row < column.size(); row++) {
      String text = column.getString(row);
      fits = text == null || utf8.canEncode(text);
    }
    if (!fits) {
      throw new IOException(
          "Column '" + column.name() + "' has half a surrogate pair in it and cannot be written.");
    }
  }

  private static RowGroup group(List<Column> columns, int from, int to, CountedOutput file)
      throws IOException {
    ParquetProperties properties = ParquetProperties.builder()
        .withValuesWriterFactory(new DefaultValuesWriterFactory())
        .build();
    long start = file.position();
    long plainSize = 0;
    List<ColumnChunk> chunks = new ArrayList<>();
    for (Column column : columns) {
      MessageType schema = new MessageType("column", TypeElement.of(column));
      ColumnChunk chunk =
          new ChunkWriter(column, schema.getColumns().get(0), properties).write(from, to, file);
      plainSize += chunk.getMeta_data().getTotal_uncompressed_size();
      chunks.add(chunk);
    }
    RowGroup group = new RowGroup(chunks, plainSize, to - from);
    group.setFile_offset(start);
    group.setTotal_compressed_size(file.position() - start);
    return group;
  }

  private static void writeFooter(Table table, List<RowGroup> groups, CountedOutput file)
      throws IOException {
    List<Column> columns = List.copyOf(table.columns());
    Map<String, String> metadata = new LinkedHashMap<>(table.metadata());
    metadata.remove(ArrowSchema.KEY);
    if (columns.stream().anyMatch(column -> column.type() == ColumnType.CATEGORY)) {
      metadata.put(ArrowSchema.KEY, ArrowSchema.of(columns, metadata));
    }
    long rows = groups.stream().mapToLong(RowGroup::getNum_rows).sum();
    FileMetaData footer = new FileMetaData(2, TypeElement.elements(columns), rows, groups);
    footer.setCreated_by(CREATED_BY);
    metadata.forEach(
        (key, value) -> footer.addToKey_value_metadata(new KeyValue(key).setValue(value)));
    long start = file.position();
    Util.writeFileMetaData(footer, file);
    int length = Math.toIntExact(file.position() - start);
    file.write(
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array());
    file.write(Footer.MAGIC);
  }
}
