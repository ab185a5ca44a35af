/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import io.alfheim.data.Column;
import io.alfheim.data.ColumnBuilder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** Reads a field of single values; null stands for a missing one. */
final class FlatReader implements FieldReader {
  private final PrimitiveType type;
  private final MessageType schema;
  private final String createdBy;
  private final @Nullable Boolean ordered;
  private final Set<String> categories = new LinkedHashSet<>();
  private final ColumnBuilder cells;
  private final CellSink sink;

  /**
   * @param ordered null unless the texts are categories, then whether these are ordered
   */
  FlatReader(PrimitiveType type, String createdBy, @Nullable Boolean ordered) {
    this.type = type;
    this.schema = new MessageType("column", type);
    this.createdBy = createdBy;
    this.ordered = ordered;
    cells = CellType.builder(type);
    sink = new CellSink(type, cells, ordered == null ? text -> {} : categories::add);
  }

  @Override
  public int width() {
    return CellType.of(type).width();
  }

  @Override
  public void read(PageReadStore pages) {
    ColumnDescriptor column = schema.getColumns().get(0);
    ColumnReader values = new ColumnReadStoreImpl(pages, new OneField(sink), schema, createdBy)
        .getColumnReader(column);
    int present = column.getMaxDefinitionLevel();
    for (long row = 0; row < pages.getRowCount(); row++) {
      FieldReader.checkInterrupted(row);
      if (values.getCurrentDefinitionLevel() == present) {
        values.writeCurrentValueToConverter();
      } else {
        cells.addNull();
      }
      values.consume();
    }
  }

  @Override
  public Column build() {
    Column column = cells.build();
    if (ordered == null) {
      return column;
    }
    ColumnBuilder coded = Column.builder(type.getName(), List.copyOf(categories), ordered);
    for (int row = 0; row < column.size(); row++) {
      String text = column.getString(row);
      if (text == null) {
        coded.addNull();
      } else {
        coded.add(text);
      }
    }
    return coded.build();
  }

  /** A row that has this field only. */
  private static final class OneField extends GroupConverter {
    private final Converter field;

    OneField(Converter field) {
      this.field = field;
    }

    @Override
    public Converter getConverter(int index) {
      return field;
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }
}
