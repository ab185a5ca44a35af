/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An object as one table, and the other way. */
final class ObjectTable {
  /** More columns of one attribute than anybody reads in a table. */
  private static final int MOST = 10;

  private static final String LEFT_OUT = "left out of ";

  private final DataObject object;
  private final TableBuilder table = Table.builder();

  private ObjectTable(DataObject object) {
    this.object = object;
  }

  static Table of(DataObject object) {
    if (!object.warnings().isEmpty()) {
      throw new DataException(
          object.warnings().get(0), "A table has equal columns; take some of the attributes.");
    }
    return new ObjectTable(object).build();
  }

  private Table build() {
    for (String key : object.attributes()) {
      Data data = object.get(key);
      if (data instanceof NDArray array && array.rank() > 0 && array.rank() <= 2) {
        add(key, spread(array));
      } else if (data instanceof Table other) {
        other.columns().forEach(column -> table.add(column.named(key + "." + column.name())));
      } else {
        table.metadata(LEFT_OUT + key, data.describe());
      }
    }
    return table.build();
  }

  /** One row stands for all. */
  private NDArray spread(NDArray array) {
    int rows = Math.toIntExact(object.rows());
    return array.shape(0) == rows ? array : array.take(new long[rows]);
  }

  private void add(String key, NDArray array) {
    long width = array.rank() == 1 ? 1 : array.shape(1);
    if (width == 1) {
      table.add(Column.of(key, array.rank() == 1 ? array : array.column(0)));
      return;
    }
    for (int i = 0; i < Math.min(width, MOST); i++) {
      table.add(Column.of(key + "_" + i, array.column(i)));
    }
    if (width > MOST) {
      table.metadata(LEFT_OUT + key, "columns " + MOST + " to " + (width - 1));
    }
  }

  /** Every column an attribute; {@code x_0} and {@code x_1} one attribute {@code x} of two columns. */
  static Map<String, Data> attributes(Table table) {
    Map<String, Data> attributes = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      Optional<String> pair = pair(table, column);
      if (pair.isEmpty()) {
        attributes.put(column.name(), data(column));
      } else if (column.name().endsWith("_0")) {
        attributes.put(pair.get(), joined(table, pair.get()));
      }
    }
    return attributes;
  }

  /** Missing texts and whole numbers have no place in an array. */
  private static Data data(Column column) {
    return column.nullCount() > 0 ? Table.of(column) : column.array();
  }

  /** The stem that a column and its partner share; three columns of one stem are no pair. */
  private static Optional<String> pair(Table table, Column column) {
    String name = column.name();
    if (!name.endsWith("_0") && !name.endsWith("_1")) {
      return Optional.empty();
    }
    String stem = name.substring(0, name.length() - 2);
    boolean pair = isPlain(table, stem + "_0")
        && isPlain(table, stem + "_1")
        && table.findColumn(stem + "_2").isEmpty()
        && table.findColumn(stem).isEmpty();
    return pair ? Optional.of(stem) : Optional.empty();
  }

  private static boolean isPlain(Table table, String name) {
    return table
        .findColumn(name)
        .filter(column -> column.nullCount() == 0 && column.type().isNumber())
        .isPresent();
  }

  private static NDArray joined(Table table, String stem) {
    NDArray first = table.column(stem + "_0").array();
    NDArray second = table.column(stem + "_1").array();
    long rows = first.shape(0);
    return NDArray.concat(1, first.reshape(rows, 1), second.reshape(rows, 1));
  }
}
