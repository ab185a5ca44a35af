/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One named column of a {@link Table}: cells of one type, of which any may be missing. Immutable.
 *
 * <pre>{@code
 * Column amps = Column.of("amps", 1.5, 2.5, 4.0);
 * double mean = Arrays.stream(amps.toDoubleArray()).average().orElseThrow();
 * }</pre>
 *
 * <p>Cells are kept in primitive arrays, texts as numbers into a dictionary. Columns that grow cell
 * by cell are made with {@link #builder}.
 */
public abstract sealed class Column
    permits BooleanColumn, WholeColumn, RealColumn, TextColumn, TimeColumn {
  private final String name;
  private final ColumnType type;
  private final int size;
  private final Cells cells;
  private final BitSet missing;

  Column(String name, ColumnType type, int size, Cells cells, BitSet missing) {
    this.name = Objects.requireNonNull(name);
    this.type = type;
    this.size = size;
    this.cells = cells;
    this.missing = missing;
  }

  /** A column of booleans. */
  public static Column of(String name, boolean... values) {
    ColumnBuilder builder = builder(name, ColumnType.BOOLEAN);
    for (boolean value : values) {
      builder.add(value);
    }
    return builder.build();
  }

  /** A column of {@code int8}. */
  public static Column of(String name, byte... values) {
    return new WholeColumn(name, ColumnType.INT8, values.length, Cells.of(values), new BitSet());
  }

  /** A column of {@code int16}. */
  public static Column of(String name, short... values) {
    return new WholeColumn(name, ColumnType.INT16, values.length, Cells.of(values), new BitSet());
  }

  /** A column of {@code int32}. */
  public static Column of(String name, int... values) {
    return new WholeColumn(name, ColumnType.INT32, values.length, Cells.of(values), new BitSet());
  }

  /** A column of {@code int64}. */
  public static Column of(String name, long... values) {
    return new WholeColumn(name, ColumnType.INT64, values.length, Cells.of(values), new BitSet());
  }

  /** A column of {@code float32}; NaN is a number here, not a missing cell. */
  public static Column of(String name, float... values) {
    return new RealColumn(name, ColumnType.FLOAT32, values.length, Cells.of(values), new BitSet());
  }

  /** A column of {@code float64}; NaN is a number here, not a missing cell. */
  public static Column of(String name, double... values) {
    return new RealColumn(name, ColumnType.FLOAT64, values.length, Cells.of(values), new BitSet());
  }

  /** A column of texts; null is a missing cell. */
  public static Column of(String name, @Nullable String... values) {
    return builder(name, ColumnType.STRING).addAll(values).build();
  }

  /** A column of dates; null is a missing cell. */
  public static Column of(String name, @Nullable LocalDate... values) {
    return builder(name, ColumnType.DATE).addAll(values).build();
  }

  /** A column of instants, to the nanosecond; null is a missing cell. */
  public static Column of(String name, @Nullable Instant... values) {
    return builder(name, ColumnType.INSTANT).addAll(values).build();
  }

  /** A column of local times, to the nanosecond; null is a missing cell. */
  public static Column of(String name, @Nullable LocalDateTime... values) {
    return builder(name, ColumnType.DATETIME).addAll(values).build();
  }

  /**
   * A column of the items of an array with one axis.
   *
   * @throws DataException if the array has more axes, or items that no column holds
   */
  public static Column of(String name, NDArray array) {
    return ArrayColumn.of(name, array);
  }

  /**
   * A column of texts out of a fixed list; null is a missing cell.
   *
   * @param ordered whether the list goes from the least to the greatest
   */
  public static Column ofCategories(
      String name, List<String> categories, boolean ordered, @Nullable String... values) {
    return builder(name, categories, ordered).addAll(values).build();
  }

  /** A column to be filled cell by cell; times are kept to the nanosecond. */
  public static ColumnBuilder builder(String name, ColumnType type) {
    return builder(name, type, ChronoUnit.NANOS);
  }

  /** A column of instants or local times, counted in the given unit, to be filled cell by cell. */
  public static ColumnBuilder builder(String name, ColumnType type, ChronoUnit unit) {
    return new ColumnBuilder(name, type, unit, new Words(), false);
  }

  /** A column of texts out of a fixed list, to be filled cell by cell. */
  public static ColumnBuilder builder(String name, List<String> categories, boolean ordered) {
    return new ColumnBuilder(
        name, ColumnType.CATEGORY, ChronoUnit.NANOS, new Words(categories), ordered);
  }

  /** The name, unique in its table. */
  public final String name() {
    return name;
  }

  /** What the cells are. */
  public final ColumnType type() {
    return type;
  }

  /** The number of cells, with the missing ones. */
  public final int size() {
    return size;
  }

  /** Whether this cell is missing. */
  public final boolean isNull(int row) {
    return missing.get(Objects.checkIndex(row, size));
  }

  /** The number of missing cells. */
  public final int nullCount() {
    return missing.cardinality();
  }

  /** The cell as the Java type named in {@link ColumnType}, or null if it is missing. */
  public final @Nullable Object get(int row) {
    return isNull(row) ? null : value(row);
  }

  /**
   * The cell as a number, NaN if it is missing, 1 and 0 for true and false.
   *
   * @throws DataException if the column holds neither numbers nor booleans
   */
  public double getDouble(int row) {
    throw notA("numbers");
  }

  /**
   * The cell as a whole number, 1 and 0 for true and false; a date or a time as {@link #unit()
   * units} since 1970-01-01.
   *
   * @throws DataException if the cell is missing, does not fit, or is something else
   */
  public long getLong(int row) {
    throw notA("whole numbers");
  }

  /**
   * The cell of a column of booleans.
   *
   * @throws DataException if the cell is missing or is something else
   */
  public boolean getBoolean(int row) {
    throw notA("booleans");
  }

  /** The cell as text, or null if it is missing. */
  public final @Nullable String getString(int row) {
    Object value = get(row);
    return value == null ? null : value.toString();
  }

  /** All cells, each as {@link #getDouble} gives it. */
  public final double[] toDoubleArray() {
    return IntStream.range(0, size).mapToDouble(this::getDouble).toArray();
  }

  /** All cells, each as {@link #getLong} gives it. */
  public final long[] toLongArray() {
    return IntStream.range(0, size).mapToLong(this::getLong).toArray();
  }

  /** All cells, each as {@link #getString} gives it. */
  public final @Nullable String[] toStringArray() {
    @Nullable String[] texts = new @Nullable String[size];
    Arrays.setAll(texts, this::getString);
    return texts;
  }

  /**
   * The cells as an array with one axis that shares their memory where it can. Missing numbers make
   * it {@code float64} with NaN, missing times are not-a-time.
   *
   * @throws DataException if booleans or texts are missing
   */
  public abstract NDArray array();

  /** The texts a column of categories may hold, in their order; empty for other columns. */
  public List<String> categories() {
    return List.of();
  }

  /** Whether the {@link #categories()} go from the least to the greatest. */
  public boolean isOrdered() {
    return false;
  }

  /**
   * What {@link #getLong} counts in a column of dates or times: days, milli-, micro- or nanoseconds.
   *
   * @throws DataException if the column holds something else
   */
  public ChronoUnit unit() {
    throw notA("dates or times");
  }

  /** The same cells under another name. */
  public final Column named(String newName) {
    return with(newName, size, cells, missing);
  }

  /** One line, for example {@code amps float64 (1200, 3 missing)}. */
  public final String describe() {
    String gaps = missing.isEmpty() ? "" : ", " + nullCount() + " missing";
    return name + " " + type + " (" + size + gaps + ")";
  }

  /** The cells of these rows, in this order. */
  final Column take(int[] rows) {
    BitSet gaps = new BitSet();
    if (!missing.isEmpty()) {
      IntStream.range(0, rows.length).filter(i -> missing.get(rows[i])).forEach(gaps::set);
    }
    return with(name, rows.length, cells.take(rows), gaps);
  }

  /** Ascending; numbers with NaN last, categories in their order if they have one. */
  abstract int compare(int row, int other);

  /** The value of a cell that is there. */
  abstract Object value(int row);

  abstract Column with(String newName, int newSize, Cells newCells, BitSet newMissing);

  final Cells cells() {
    return cells;
  }

  final int present(int row) {
    if (isNull(row)) {
      throw new DataException(
          "Row " + row + " of column '" + name + "' is empty.",
          "Ask isNull(row) first, or drop the empty rows: table.where(\"" + name
              + "\", v -> v != null).");
    }
    return row;
  }

  /** The memory of the cells as an array. */
  final NDArray shared(DType dtype) {
    return NDArray.wrap(dtype, new long[] {size}, List.of(cells.bytes()));
  }

  final void requireAll() {
    if (!missing.isEmpty()) {
      present(missing.nextSetBit(0));
    }
  }

  private DataException notA(String wanted) {
    return new DataException(
        "Column '" + name + "' holds no " + wanted + " but " + type + ".",
        "Ask for what it is: get(row) or getString(row).");
  }

  /** Equal name, type, cells, and, where they are ordered, categories. */
  @Override
  public final boolean equals(@Nullable Object o) {
    return o instanceof Column c
        && type == c.type
        && size == c.size
        && name.equals(c.name)
        && isOrdered() == c.isOrdered()
        && (!isOrdered() || categories().equals(c.categories()))
        && IntStream.range(0, size).allMatch(i -> Objects.equals(get(i), c.get(i)));
  }

  @Override
  public final int hashCode() {
    int hash = Objects.hash(name, type, size);
    for (int i = 0; i < Math.min(size, 16); i++) {
      hash = 31 * hash + Objects.hashCode(get(i));
    }
    return hash;
  }

  /** The description and the first cells. */
  @Override
  public final String toString() {
    StringBuilder text = new StringBuilder(describe()).append(" [");
    for (int i = 0; i < Math.min(size, 8); i++) {
      text.append(i == 0 ? "" : ", ").append(get(i));
    }
    return text.append(size > 8 ? ", …]" : "]").toString();
  }
}
