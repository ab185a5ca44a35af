/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.data.Column;
import io.alfheim.data.ColumnBuilder;
import io.alfheim.data.ColumnType;
import io.alfheim.data.Document;
import io.alfheim.data.Table;
import io.alfheim.data.TableBuilder;
import io.alfheim.data.TablePieces;
import io.alfheim.testkit.MemorySource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetWriterTest {
  private static final List<ChronoUnit> UNITS =
      List.of(ChronoUnit.MILLIS, ChronoUnit.MICROS, ChronoUnit.NANOS);
  private static final List<String> TEXTS =
      List.of("", "a", "äλ😀", "NOT_SET", "PASS", "x".repeat(99));

  private static Table again(ParquetWriter writer, Table table) throws IOException {
    return new ParquetReader().read(MemorySource.of("memory.pqt", Fixture.written(writer, table)));
  }

  private static Table again(Table table) throws IOException {
    return again(new ParquetWriter(), table);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sessions.pqt", "datasets.pqt", "types.pqt", "categories.pqt", "pages.pqt"})
  void whatWasReadIsWrittenAsItWas(String file) throws IOException {
    Table table = Fixture.read(file);
    Table again = again(table);
    assertThat(again).isEqualTo(table);
    for (Column column : table.columns()) {
      assertThat(again.column(column.name()).categories()).isEqualTo(column.categories());
    }
  }

  @Test
  void metadataAreKeptAndArrowsSchemaIsOurOwn() throws IOException {
    Table table = Fixture.read("datasets.pqt");
    Table again = again(table.select("qc", "id"));
    assertThat(again.metadata().get("pandas")).isEqualTo(table.metadata().get("pandas"));
    assertThat(again.metadata().get("ARROW:schema"))
        .isNotNull()
        .isNotEqualTo(table.metadata().get("ARROW:schema"));
    assertThat(again(table.select("id")).metadata()).doesNotContainKey("ARROW:schema");
  }

  @Test
  void everyRowGroupHasAllCategoriesInTheirOrder() throws IOException {
    List<String> severity = List.of("NOT_SET", "PASS", "WARNING", "FAIL");
    Table table = Table.of(Column.ofCategories("qc", severity, true, "FAIL", "PASS", "FAIL", null));
    Table again = again(new ParquetWriter(1), table);
    assertThat(again).isEqualTo(table);
    assertThat(again.column("qc").categories()).isEqualTo(severity);
    Table last = again(new ParquetWriter(1), table.tail(1));
    assertThat(last.column("qc").categories()).isEqualTo(severity);
  }

  @Test
  void manyRowsGoIntoSeveralPagesAndRowGroups() throws IOException {
    int rows = 100_000;
    Table table = Table.of(
        Column.of("x", IntStream.range(0, rows).mapToDouble(i -> i / 7.0).toArray()),
        Column.of("s", IntStream.range(0, rows).mapToObj(i -> "text " + i).toArray(String[]::new)),
        Column.of("i", IntStream.range(0, rows).map(i -> i % 9).toArray()));
    assertThat(again(table)).isEqualTo(table);
    assertThat(again(new ParquetWriter(33_333), table)).isEqualTo(table);
  }

  @Test
  void aTableWithoutRowsKeepsItsColumns() throws IOException {
    Table table = Fixture.read("types.pqt").without("cat", "ord").head(0);
    assertThat(again(table)).isEqualTo(table);
  }

  @Test
  void whatDoesNotFitIsRefusedBeforeAnythingIsWritten() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ParquetWriter writer = new ParquetWriter();
    assertThatIOException()
        .isThrownBy(() -> writer.write(Document.of(1), out))
        .withMessage("Parquet holds a table; this is document, number.");
    assertThatIOException().isThrownBy(() -> writer.write(Table.of(), out));
    assertThatIOException()
        .isThrownBy(() -> writer.write(Table.of(Column.of("s", "a", "\ud83d")), out))
        .withMessageContaining("'s'");
    assertThat(out.size()).isZero();
  }

  @Test
  void theStreamIsNotClosed() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream() {
      @Override
      public void close() {
        throw new AssertionError("closed");
      }
    };
    new ParquetWriter().write(Table.of(Column.of("x", 1)), out);
    assertThat(out.size()).isPositive();
  }

  @Test
  void anInterruptedThreadGivesUp() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> again(Table.of(Column.of("x", 1))))
          .isInstanceOf(CancellationException.class);
    } finally {
      Thread.interrupted();
    }
  }

  @Property(tries = 300)
  void everyTableComesBack(
      @ForAll("tables") Table table, @ForAll @IntRange(min = 1, max = 20) int rowsPerGroup)
      throws IOException {
    assertThat(again(new ParquetWriter(rowsPerGroup), table)).isEqualTo(table);
  }

  @Provide
  static Arbitrary<Table> tables() {
    return Arbitraries.randomValue(random -> {
      int rows = 1 + random.nextInt(40);
      TableBuilder table = Table.builder();
      for (ColumnType type : ColumnType.values()) {
        table.add(column(random, type, rows));
      }
      return table.build();
    });
  }

  private static Column column(Random random, ColumnType type, int rows) {
    ColumnBuilder cells = type == ColumnType.CATEGORY
        ? Column.builder("category", TEXTS, random.nextBoolean())
        : Column.builder(type.toString(), type, UNITS.get(random.nextInt(3)));
    for (int row = 0; row < rows; row++) {
      if (random.nextInt(4) == 0) {
        cells.addNull();
      } else {
        add(random, type, cells);
      }
    }
    return cells.build();
  }

  private static void add(Random random, ColumnType type, ColumnBuilder cells) {
    int unused = 64 - 8 * type.width();
    long bits = random.nextLong();
    switch (type) {
      case BOOLEAN -> cells.add(random.nextBoolean());
      case FLOAT32 -> cells.add((double) Float.intBitsToFloat(random.nextInt()));
      case FLOAT64 -> cells.add(Double.longBitsToDouble(bits));
      case STRING, CATEGORY -> cells.add(TEXTS.get(random.nextInt(TEXTS.size())));
      default -> cells.add(type.isUnsigned() ? bits >>> unused : bits >> unused);
    }
  }

  @Test
  void piecesWrittenOneByOneAreOneTable() throws IOException {
    Table whole = Table.of(
        Column.of("n", 1, 2, 3, 4, 5),
        Column.ofCategories("qc", TEXTS, true, "a", null, "PASS", "a", "NOT_SET"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Iterator<Table> pieces = List.of(whole.rows(0, 2), whole.rows(2, 5)).iterator();
    new ParquetWriter()
        .write(() -> pieces.hasNext() ? Optional.of(pieces.next()) : Optional.empty(), out);
    MemorySource file = MemorySource.of("memory.pqt", out.toByteArray());
    assertThat(new ParquetReader().read(file)).isEqualTo(whole);
    try (TablePieces read = new ParquetReader().open(file, 3)) {
      assertThat(read.next()).contains(whole.rows(0, 3));
      assertThat(read.next()).contains(whole.rows(3, 5));
      assertThat(read.next()).isEmpty();
    }
    assertThat(file.openCount()).isZero();
  }

  @Test
  void aTableWithoutRowsIsOnePiece() throws IOException {
    Table none = Table.of(Column.of("n", new int[0]));
    MemorySource file = MemorySource.of("memory.pqt", Fixture.written(new ParquetWriter(), none));
    try (TablePieces read = new ParquetReader().open(file, 3)) {
      assertThat(read.next()).contains(none);
      assertThat(read.next()).isEmpty();
    }
  }

  @Test
  void aPieceWithOtherColumnsIsRefused() {
    Iterator<Table> pieces =
        List.of(Table.of(Column.of("n", 1)), Table.of(Column.of("n", 1.5))).iterator();
    assertThatThrownBy(() -> new ParquetWriter()
            .write(
                () -> pieces.hasNext() ? Optional.of(pieces.next()) : Optional.empty(),
                new ByteArrayOutputStream()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not those of the piece before it");
  }
}
