/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the cells of one {@link Column}. Used by one thread, once: after {@link #build()} it is
 * spent.
 *
 * <p>Each {@code add} accepts what the type of the column can hold and throws {@link
 * IllegalArgumentException} for anything else.
 */
public final class ColumnBuilder {
  private static final Set<ChronoUnit> UNITS =
      Set.of(ChronoUnit.MILLIS, ChronoUnit.MICROS, ChronoUnit.NANOS);

  private final String name;
  private final ColumnType type;
  private final ChronoUnit unit;
  private final Words words;
  private final boolean ordered;
  private final Cells cells;
  private final BitSet missing = new BitSet();
  private int size;
  private boolean spent;

  ColumnBuilder(String name, ColumnType type, ChronoUnit unit, Words words, boolean ordered) {
    if (!UNITS.contains(unit)) {
      throw new IllegalArgumentException(
          "Times are counted in milli-, micro- or nanoseconds, not in " + unit + ".");
    }
    this.name = name;
    this.type = type;
    this.unit = type == ColumnType.DATE ? ChronoUnit.DAYS : unit;
    this.words = words;
    this.ordered = ordered;
    cells = new Cells(type.width(), 16);
  }

  /** The number of cells so far. */
  public int size() {
    return size;
  }

  /** Adds a boolean. */
  public ColumnBuilder add(boolean value) {
    if (type != ColumnType.BOOLEAN) {
      throw refused(value);
    }
    return put(value ? 1 : 0);
  }

  /**
   * Adds a whole number (for {@code uint64} its 64 bits), to a column of floating-point numbers as
   * well, or the count of {@link Column#unit() units} of a date or a time.
   */
  public ColumnBuilder add(long value) {
    if (type == ColumnType.FLOAT32 || type == ColumnType.FLOAT64) {
      return add((double) value);
    }
    if (!(type.isWhole() || type.isTime()) || !fits(value)) {
      throw refused(value);
    }
    return put(value);
  }

  private boolean fits(long value) {
    int bits = 8 * type.width();
    if (bits == 64) {
      return true;
    }
    return type.isUnsigned()
        ? value >>> bits == 0
        : value >= -(1L << (bits - 1)) && value < 1L << (bits - 1);
  }

  /** Adds a floating-point number. */
  public ColumnBuilder add(double value) {
    if (type != ColumnType.FLOAT32 && type != ColumnType.FLOAT64) {
      throw refused(value);
    }
    cells.ensure(size);
    cells.putReal(size++, value);
    return this;
  }

  /** Adds a text; to a column of categories, one of them. */
  public ColumnBuilder add(String value) {
    int code = type.isText() ? words.code(value) : -1;
    if (code < 0) {
      throw refused(value);
    }
    return put(code);
  }

  /** Adds a date. */
  public ColumnBuilder add(LocalDate value) {
    if (type != ColumnType.DATE) {
      throw refused(value);
    }
    return add(value.toEpochDay());
  }

  /** Adds a point on the time line; what is finer than the unit is cut off. */
  public ColumnBuilder add(Instant value) {
    if (type != ColumnType.INSTANT) {
      throw refused(value);
    }
    return put(count(value));
  }

  /** Adds a local time; what is finer than the unit is cut off. */
  public ColumnBuilder add(LocalDateTime value) {
    if (type != ColumnType.DATETIME) {
      throw refused(value);
    }
    return put(count(value.toInstant(ZoneOffset.UTC)));
  }

  private long count(Instant value) {
    try {
      return ChronoUnit.NANOS == unit
          ? Math.addExact(
              Math.multiplyExact(value.getEpochSecond(), 1_000_000_000L), value.getNano())
          : unit.between(Instant.EPOCH, value.truncatedTo(unit));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "Column '" + name + "' counts " + unit + " in 64 bits, too few for " + value + ".", e);
    }
  }

  /** Adds a missing cell. */
  public ColumnBuilder addNull() {
    missing.set(size);
    return put(0);
  }

  ColumnBuilder addAll(@Nullable Object[] values) {
    for (Object value : values) {
      if (value == null) {
        addNull();
      } else if (value instanceof String text) {
        add(text);
      } else if (value instanceof LocalDate date) {
        add(date);
      } else if (value instanceof Instant instant) {
        add(instant);
      } else {
        add((LocalDateTime) value);
      }
    }
    return this;
  }

  private ColumnBuilder put(long value) {
    cells.ensure(size);
    cells.put(size++, value);
    return this;
  }

  /** The column of all cells added. */
  public Column build() {
    if (spent) {
      throw new IllegalStateException("Column '" + name + "' has been built already.");
    }
    spent = true;
    cells.resize(size);
    return switch (type) {
      case BOOLEAN -> new BooleanColumn(name, size, cells, missing);
      case FLOAT32, FLOAT64 -> new RealColumn(name, type, size, cells, missing);
      case STRING, CATEGORY ->
        new TextColumn(name, type, size, cells, missing, words.toList(), ordered);
      case DATE, INSTANT, DATETIME -> new TimeColumn(name, type, size, cells, missing, unit);
      default -> new WholeColumn(name, type, size, cells, missing);
    };
  }

  private IllegalArgumentException refused(Object value) {
    return new IllegalArgumentException(
        "Column '" + name + "' of type " + type + " cannot hold '" + value + "'.");
  }
}
