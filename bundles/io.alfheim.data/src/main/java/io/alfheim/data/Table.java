/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Named {@link Column columns} of equal length. Immutable; what changes a table makes another one.
 *
 * <pre>{@code
 * Table good = sessions.where("subject", "SP026").sortBy("date", "number").select("date", "lab");
 * double[] amps = trials.column("amps").toDoubleArray();
 * }</pre>
 */
public final class Table implements Data {
  private final Map<String, Column> columns;
  private final int rows;
  private final Map<String, String> metadata;

  private Table(Collection<Column> columns, Map<String, String> metadata) {
    Map<String, Column> byName = new LinkedHashMap<>();
    int size = columns.isEmpty() ? 0 : columns.iterator().next().size();
    for (Column column : columns) {
      if (column.size() != size) {
        throw new IllegalArgumentException("Column '" + column.name() + "' has " + column.size()
            + " rows, the first one " + size + ".");
      }
      if (byName.put(column.name(), column) != null) {
        throw new IllegalArgumentException("Two columns are named '" + column.name() + "'.");
      }
    }
    this.columns = Collections.unmodifiableMap(byName);
    this.rows = size;
    this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /** A table of these columns, which have equal lengths and distinct names. */
  public static Table of(Column... columns) {
    return new Table(Arrays.asList(columns), Map.of());
  }

  /** A table of these columns, which have equal lengths and distinct names. */
  public static Table of(Collection<Column> columns) {
    return new Table(columns, Map.of());
  }

  /** A table to be put together column by column. */
  public static TableBuilder builder() {
    return new TableBuilder();
  }

  static Table of(Collection<Column> columns, Map<String, String> metadata) {
    return new Table(columns, metadata);
  }

  /** The number of rows. */
  public int rows() {
    return rows;
  }

  /** The names of the columns, in their order. */
  public Set<String> columnNames() {
    return columns.keySet();
  }

  /** The columns, in their order. */
  public Collection<Column> columns() {
    return columns.values();
  }

  /**
   * The column of this name.
   *
   * @throws DataException if there is none
   */
  public Column column(String name) {
    return findColumn(name).orElseThrow(() -> noColumn(name));
  }

  private DataException noColumn(String name) {
    String nearest =
        Nearest.to(name, columns.keySet()).map(n -> " Nearest: '" + n + "'.").orElse("");
    return new DataException(
        "No column '" + name + "' among the " + columns.size() + " of this table." + nearest,
        "The columns are " + String.join(", ", columns.keySet()) + ".");
  }

  /** The column of this name, if there is one. */
  public Optional<Column> findColumn(String name) {
    return Optional.ofNullable(columns.get(name));
  }

  /** What the file said about the table besides its cells, for example the footer of a Parquet file. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** One row, by column name; a missing cell is null. */
  public Map<String, @Nullable Object> row(int row) {
    Objects.checkIndex(row, rows);
    Map<String, @Nullable Object> cells = new LinkedHashMap<>();
    columns.forEach((name, column) -> cells.put(name, column.get(row)));
    return Collections.unmodifiableMap(cells);
  }

  /** The rows from the first index to the one before the second. */
  public Table rows(int from, int to) {
    Objects.checkFromToIndex(from, to, rows);
    return take(IntStream.range(from, to).toArray());
  }

  /** The first {@code n} rows, or all if there are fewer. */
  public Table head(int n) {
    return rows(0, Math.min(n, rows));
  }

  /** The last {@code n} rows, or all if there are fewer. */
  public Table tail(int n) {
    return rows(Math.max(0, rows - n), rows);
  }

  /** The rows whose cell in this column is this value; whole numbers may be of any width. */
  public Table where(String column, Object value) {
    Object wanted = plain(value);
    return where(column, cell -> wanted.equals(cell));
  }

  private static Object plain(Object value) {
    boolean narrow = value instanceof Integer || value instanceof Short || value instanceof Byte;
    return narrow ? ((Number) value).longValue() : value;
  }

  /** The rows whose cell in this column, null if missing, is wanted. */
  public Table where(String column, Predicate<@Nullable Object> wanted) {
    Column cells = column(column);
    return filter(i -> wanted.test(cells.get(i)));
  }

  /** The rows whose number in this column, NaN if missing, is wanted. */
  public Table whereNumber(String column, DoublePredicate wanted) {
    Column cells = column(column);
    return filter(i -> wanted.test(cells.getDouble(i)));
  }

  private Table filter(IntPredicate wanted) {
    return take(IntStream.range(0, rows).filter(wanted).toArray());
  }

  /**
   * The rows in ascending order of these columns, the first one counting most. Equal rows keep their
   * order, missing cells come last, ordered categories follow their order.
   */
  public Table sortBy(String... names) {
    Comparator<Integer> order = Arrays.stream(names)
        .map(name -> ascending(column(name)))
        .reduce(Comparator::thenComparing)
        .orElse(Comparator.naturalOrder());
    return take(IntStream.range(0, rows).boxed().sorted(order).mapToInt(i -> i).toArray());
  }

  private static Comparator<Integer> ascending(Column column) {
    Comparator<Integer> missingLast = Comparator.comparing(column::isNull);
    return missingLast.thenComparing((i, j) -> column.isNull(i) ? 0 : column.compare(i, j));
  }

  /** The rows from the last to the first. */
  public Table reversed() {
    return take(IntStream.range(0, rows).map(i -> rows - 1 - i).toArray());
  }

  private Table take(int[] wanted) {
    return new Table(columns.values().stream().map(c -> c.take(wanted)).toList(), metadata);
  }

  /** These columns only, in this order. */
  public Table select(String... names) {
    return new Table(Arrays.stream(names).map(this::column).toList(), metadata);
  }

  /** All columns but these. */
  public Table without(String... names) {
    List<String> gone = Arrays.asList(names);
    gone.forEach(this::column);
    return new Table(
        columns.values().stream().filter(c -> !gone.contains(c.name())).toList(), metadata);
  }

  /** This table with one column more, or with the column of that name replaced. */
  public Table with(Column column) {
    Map<String, Column> changed = new LinkedHashMap<>(columns);
    changed.put(column.name(), column);
    return new Table(changed.values(), metadata);
  }

  /**
   * The rows of this table and below them those of another with the same columns, in any order.
   * Categories that differ become plain texts.
   *
   * @throws DataException if names or types of columns differ
   */
  public Table append(Table below) {
    return new Table(Appending.rows(this, below), metadata);
  }

  /** For example {@code table 120 rows × 5 columns}. */
  @Override
  public String describe() {
    int width = columns.size();
    return "table " + rows + (rows == 1 ? " row × " : " rows × ") + width
        + (width == 1 ? " column" : " columns");
  }

  @Override
  public Table table() {
    return this;
  }

  /** Equal columns in the same order; the {@link #metadata()} do not count. */
  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof Table t && List.copyOf(columns()).equals(List.copyOf(t.columns()));
  }

  @Override
  public int hashCode() {
    return List.copyOf(columns()).hashCode();
  }

  /** The first and the last rows in at most 100 letters per line. */
  @Override
  public String toString() {
    return toString(20, 100);
  }

  /** At most so many rows, the first and the last ones, in lines of at most so many letters. */
  public String toString(int maxRows, int maxWidth) {
    return new TableText(this, maxRows, maxWidth).toString();
  }
}
