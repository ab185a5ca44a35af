/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Dates and times as a count of days or parts of a second since 1970-01-01T00:00. */
final class TimeColumn extends Column {
  private static final long NOT_A_TIME = Long.MIN_VALUE;
  private static final Map<ChronoUnit, String> NUMPY_UNITS = Map.of(
      ChronoUnit.DAYS, "D",
      ChronoUnit.MILLIS, "ms",
      ChronoUnit.MICROS, "us",
      ChronoUnit.NANOS, "ns");

  private final ChronoUnit unit;

  TimeColumn(
      String name, ColumnType type, int size, Cells counts, BitSet missing, ChronoUnit unit) {
    super(name, type, size, counts, missing);
    this.unit = unit;
  }

  @Override
  public ChronoUnit unit() {
    return unit;
  }

  @Override
  public long getLong(int row) {
    return cells().get(present(row));
  }

  @Override
  public NDArray array() {
    DType dtype = DType.of("datetime64[" + NUMPY_UNITS.get(unit) + "]");
    if (nullCount() == 0 && type() != ColumnType.DATE) {
      return shared(dtype);
    }
    Cells counts = new Cells(8, size());
    for (int i = 0; i < size(); i++) {
      counts.put(i, isNull(i) ? NOT_A_TIME : cells().get(i));
    }
    return NDArray.wrap(dtype, new long[] {size()}, List.of(counts.bytes()));
  }

  @Override
  int compare(int row, int other) {
    return Long.compare(cells().get(row), cells().get(other));
  }

  @Override
  Object value(int row) {
    long count = cells().get(row);
    if (type() == ColumnType.DATE) {
      return LocalDate.ofEpochDay(count);
    }
    Instant instant = Instant.EPOCH.plus(count, unit);
    return type() == ColumnType.INSTANT
        ? instant
        : LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
  }

  @Override
  Column with(String newName, int newSize, Cells newCells, BitSet newMissing) {
    return new TimeColumn(newName, type(), newSize, newCells, newMissing, unit);
  }
}
