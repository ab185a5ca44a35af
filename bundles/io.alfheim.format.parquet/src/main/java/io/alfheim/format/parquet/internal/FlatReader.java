/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import io.alfheim.data.Column;
import io.alfheim.data.ColumnBuilder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
  private final CellSink sink;
  private ColumnBuilder cells;
  private @Nullable ColumnReader values;

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
  public void start(PageReadStore pages) {
    values = new ColumnReadStoreImpl(pages, new OneField(sink), schema, createdBy)
        .getColumnReader(schema.getColumns().get(0));
  }

  @Override
  public void read(int rows) {
    ColumnReader next = Objects.requireNonNull(values);
    int present = next.getDescriptor().getMaxDefinitionLevel();
    for (int row = 0; row < rows; row++) {
      Interruption.check(row);
      if (next.getCurrentDefinitionLevel() == present) {
        next.writeCurrentValueToConverter();
      } else {
        cells.addNull();
      }
      next.consume();
    }
  }

  @Override
  public void end() {
    values = null;
  }

  @Override
  public Column build() {
    Column column = cells.build();
    cells = CellType.builder(type);
    sink.fill(cells);
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
