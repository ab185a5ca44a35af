/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import io.alfheim.data.Column;
import io.alfheim.data.ColumnBuilder;
import io.alfheim.data.ColumnType;
import io.alfheim.data.Document;
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
  private final ColumnBuilder cells;

  NestedReader(Type field, String createdBy) {
    this.schema = new MessageType("column", field);
    this.createdBy = createdBy;
    this.cells = Column.builder(field.getName(), ColumnType.STRING);
  }

  @Override
  public int width() {
    return ColumnType.STRING.width();
  }

  @Override
  public void read(PageReadStore pages) {
    RecordReader<Group> records = new ColumnIOFactory(createdBy)
        .getColumnIO(schema)
        .getRecordReader(pages, new GroupRecordConverter(schema));
    for (long row = 0; row < pages.getRowCount(); row++) {
      FieldReader.checkInterrupted(row);
      @Nullable Object tree = NestedTree.field(records.read(), 0);
      if (tree == null) {
        cells.addNull();
      } else {
        cells.add(Document.of(tree).toJson());
      }
    }
  }

  @Override
  public Column build() {
    return cells.build();
  }
}
