/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import io.alfheim.data.Column;
import io.alfheim.data.ColumnType;
import io.alfheim.data.Data;
import io.alfheim.data.DataException;
import io.alfheim.data.DatasetWriter;
import io.alfheim.data.Table;
import io.alfheim.data.WritesFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.osgi.service.component.annotations.Component;

/** Writes a table with its metadata as a Parquet file, as Arrow's programs do: snappy, version 1 pages. */
@Component(service = DatasetWriter.class)
@WritesFormat(extensions = {"pqt", "parquet"})
public final class ParquetWriter implements DatasetWriter {
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
    Table table = table(data);
    List<Column> columns = List.copyOf(table.columns());
    for (Column column : columns) {
      checkTexts(column);
    }
    CountedOutput file = new CountedOutput(out);
    file.write(Footer.MAGIC);
    List<RowGroup> groups = new ArrayList<>();
    for (int from = 0; from < table.rows(); from += rowsPerGroup) {
      int to = (int) Math.min(table.rows(), (long) from + rowsPerGroup);
      groups.add(new RowGroupBuffer(columns).write(from, to, file));
    }
    writeFooter(table, groups, file);
    file.flush();
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

  private static void writeFooter(Table table, List<RowGroup> groups, CountedOutput file)
      throws IOException {
    List<Column> columns = List.copyOf(table.columns());
    Map<String, String> metadata = new LinkedHashMap<>(table.metadata());
    metadata.remove(ArrowSchema.KEY);
    if (columns.stream().anyMatch(column -> column.type() == ColumnType.CATEGORY)) {
      metadata.put(ArrowSchema.KEY, ArrowSchema.of(columns));
    }
    FileMetaData footer = new FileMetaData(2, TypeElement.elements(columns), table.rows(), groups);
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
