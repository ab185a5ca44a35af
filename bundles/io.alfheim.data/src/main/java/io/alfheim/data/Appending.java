/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows below rows. */
final class Appending {
  private Appending() {}

  /** The rows of two objects with the same attributes. */
  static Map<String, Data> rows(DataObject first, DataObject second) {
    if (!first.attributes().equals(second.attributes())) {
      throw new DataException(
          "Objects with different attributes cannot be put together: "
              + String.join(", ", first.attributes()) + " and "
              + String.join(", ", second.attributes()) + ".",
          "Leave out what only one of them has.");
    }
    Map<String, Data> all = new LinkedHashMap<>();
    for (String key : first.attributes()) {
      all.put(key, rows(key, first.get(key), second.get(key)));
    }
    return all;
  }

  private static Data rows(String key, Data first, Data second) {
    if (first instanceof NDArray a && second instanceof NDArray b && a.rank() > 0 && b.rank() > 0) {
      return NDArray.concat(0, a, b);
    } else if (first instanceof Table a && second instanceof Table b) {
      return a.append(b);
    } else if (first.equals(second)) {
      return first;
    }
    throw new DataException(
        "Attribute '" + key + "' is " + first.describe() + " in one object and " + second.describe()
            + " in the other, which have no rows to put together.",
        "Leave it out of both.");
  }

  /** The rows of two tables with the same columns. */
  static List<Column> rows(Table first, Table second) {
    if (!first.columnNames().equals(second.columnNames())) {
      throw new DataException(
          "Tables with different columns cannot be put together: "
              + String.join(", ", first.columnNames()) + " and "
              + String.join(", ", second.columnNames()) + ".",
          "Take the same columns of both: select(\"…\").");
    }
    List<Column> columns = new ArrayList<>();
    for (Column column : first.columns()) {
      columns.add(rows(column, second.column(column.name())));
    }
    return columns;
  }

  private static Column rows(Column first, Column second) {
    if (first.type() != second.type()) {
      throw new DataException(
          "Column '" + first.name() + "' is " + first.type() + " in one table and " + second.type()
              + " in the other.",
          "Make them alike first.");
    }
    ColumnBuilder cells = builder(first, second);
    addAll(first, cells);
    addAll(second, cells);
    return cells.build();
  }

  private static ColumnBuilder builder(Column first, Column second) {
    if (first.type() == ColumnType.CATEGORY) {
      boolean same =
          first.categories().equals(second.categories()) && first.isOrdered() == second.isOrdered();
      return same
          ? Column.builder(first.name(), first.categories(), first.isOrdered())
          : Column.builder(first.name(), ColumnType.STRING);
    }
    boolean finer = first.type().isTime() && second.unit().compareTo(first.unit()) < 0;
    return first.type().isTime() && first.type() != ColumnType.DATE
        ? Column.builder(first.name(), first.type(), finer ? second.unit() : first.unit())
        : Column.builder(first.name(), first.type());
  }

  private static void addAll(Column from, ColumnBuilder to) {
    for (int i = 0; i < from.size(); i++) {
      @Nullable Object cell = from.get(i);
      if (cell == null) {
        to.addNull();
      } else {
        add(from, i, cell, to);
      }
    }
  }

  private static void add(Column from, int row, Object cell, ColumnBuilder to) {
    ColumnType type = from.type();
    if (type == ColumnType.BOOLEAN) {
      to.add(from.getBoolean(row));
    } else if (cell instanceof BigInteger big) {
      to.add(big.longValue());
    } else if (type.isWhole() || type == ColumnType.DATE) {
      to.add(from.getLong(row));
    } else if (type.isNumber()) {
      to.add(from.getDouble(row));
    } else if (type.isText()) {
      to.add(Objects.requireNonNull(from.getString(row)));
    } else if (cell instanceof Instant instant) {
      to.add(instant);
    } else {
      to.add((LocalDateTime) cell);
    }
  }
}
