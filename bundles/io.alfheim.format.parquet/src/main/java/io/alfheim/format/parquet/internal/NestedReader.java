/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import io.alfheim.data.Column;
import io.alfheim.data.ColumnBuilder;
import io.alfheim.data.ColumnType;
import io.alfheim.data.Document;
import java.util.Objects;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Reads a field of lists, maps or structures as JSON text, the one thing a table can hold of them. */
final class NestedReader implements FieldReader {
  private final MessageType schema;
  private final String createdBy;
  private ColumnBuilder cells;
  private @Nullable RecordReader<Group> records;

  NestedReader(Type field, String createdBy) {
    this.schema = new MessageType("column", field);
    this.createdBy = createdBy;
    this.cells = cells();
  }

  private ColumnBuilder cells() {
    return Column.builder(schema.getFields().get(0).getName(), ColumnType.STRING);
  }

  @Override
  public int width() {
    return ColumnType.STRING.width();
  }

  @Override
  public void start(PageReadStore pages) {
    records = new ColumnIOFactory(createdBy)
        .getColumnIO(schema)
        .getRecordReader(pages, new GroupRecordConverter(schema));
  }

  @Override
  public void read(int rows) {
    RecordReader<Group> groups = Objects.requireNonNull(records);
    for (int row = 0; row < rows; row++) {
      Interruption.check(row);
      @Nullable Object tree = NestedTree.field(groups.read(), 0);
      if (tree == null) {
        cells.addNull();
      } else {
        cells.add(Document.of(tree).toJson());
      }
    }
  }

  @Override
  public void end() {
    records = null;
  }

  @Override
  public Column build() {
    Column column = cells.build();
    cells = cells();
    return column;
  }
}
