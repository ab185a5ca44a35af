/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.time.temporal.ChronoUnit;

/** Makes a column of an array with one axis; the narrowest type that holds every item. */
final class ArrayColumn {
  private static final long NOT_A_TIME = Long.MIN_VALUE;

  private ArrayColumn() {}

  static Column of(String name, NDArray array) {
    if (array.rank() != 1) {
      throw new DataException(
          "A column has one axis, '" + name + "' is " + array.describe() + ".",
          "Take one column of it: column(0).");
    }
    DType type = array.dtype();
    return switch (type.kind()) {
      case BOOL -> Column.of(name, array.toBooleanArray());
      case INTEGER -> whole(name, array, type.itemSize());
      case UNSIGNED -> unsigned(name, array, type.itemSize());
      case FLOAT ->
        type.itemSize() <= Float.BYTES
            ? Column.of(name, array.toFloatArray())
            : Column.of(name, array.toDoubleArray());
      case TEXT, BYTES -> Column.of(name, array.toStringArray());
      case DATETIME -> times(name, array);
      default ->
        throw new DataException(
            "No column holds items of type " + type + ", as '" + name + "' has.",
            "Leave it out, or save it as an array.");
    };
  }

  private static Column whole(String name, NDArray array, int bytes) {
    return switch (bytes) {
      case Long.BYTES -> Column.of(name, array.toLongArray());
      case Integer.BYTES -> Column.of(name, array.toIntArray());
      case Short.BYTES -> counted(Column.builder(name, ColumnType.INT16), array);
      default -> counted(Column.builder(name, ColumnType.INT8), array);
    };
  }

  private static Column unsigned(String name, NDArray array, int bytes) {
    ColumnType type = switch (bytes) {
      case Long.BYTES -> ColumnType.UINT64;
      case Integer.BYTES -> ColumnType.UINT32;
      case Short.BYTES -> ColumnType.UINT16;
      default -> ColumnType.UINT8;
    };
    return counted(Column.builder(name, type), array);
  }

  private static Column times(String name, NDArray array) {
    String unit = array.dtype().unit();
    return switch (unit) {
      case "D" -> days(name, array);
      case "ms" -> counted(Column.builder(name, ColumnType.DATETIME, ChronoUnit.MILLIS), array);
      case "us" -> counted(Column.builder(name, ColumnType.DATETIME, ChronoUnit.MICROS), array);
      case "ns" -> counted(Column.builder(name, ColumnType.DATETIME, ChronoUnit.NANOS), array);
      default ->
        times(name, array.astype("<M8[" + coarser(Tick.of(unit).base(), name, array) + "]"));
    };
  }

  private static Column days(String name, NDArray array) {
    for (long day : new Gather(array).bits()) {
      if (day != NOT_A_TIME && day != (int) day) {
        throw new DataException(
            "Day " + day + " since 1970 in '" + name + "' does not fit a column of dates.",
            "Leave it out, or save it as an array.");
      }
    }
    return counted(Column.builder(name, ColumnType.DATE), array);
  }

  /** The unit of a column that loses nothing. */
  private static String coarser(String base, String name, NDArray array) {
    return switch (base) {
      case "Y", "M", "W", "D", "h", "m", "s", "ms" -> "ms";
      case "us", "ns" -> base;
      default ->
        throw new DataException(
            "No column counts times as '" + name + "' does, in " + array.dtype() + ".",
            "Say in what to count: astype(\"datetime64[ns]\").");
    };
  }

  private static Column counted(ColumnBuilder cells, NDArray array) {
    boolean times = array.dtype().kind() == DType.Kind.DATETIME;
    for (long value : new Gather(array).bits()) {
      if (times && value == NOT_A_TIME) {
        cells.addNull();
      } else {
        cells.add(value);
      }
    }
    return cells.build();
  }
}
