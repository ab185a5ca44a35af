/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.alfheim.data.Column;
import io.alfheim.data.ColumnBuilder;
import io.alfheim.data.ColumnType;
import io.alfheim.data.DatasetReader;
import io.alfheim.data.DatasetWriter;
import io.alfheim.data.Document;
import io.alfheim.data.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DelimitedWriterTest {

  private static String csv(Table table) throws IOException {
    return TextSource.written(new CsvTableWriter(), table).text();
  }

  @Test
  void writesWhatPandasWouldRead() throws IOException {
    Table table = Table.of(
        Column.of("n", 1, 2),
        Column.of("x", Double.NaN, Double.NEGATIVE_INFINITY),
        Column.of("on", true, false),
        Column.of("day", LocalDate.of(2021, 5, 27), null),
        Column.ofCategories("qc", List.of("PASS"), true, "PASS", null));
    assertThat(csv(table)).isEqualTo("n,x,on,day,qc\n1,NaN,True,2021-05-27,PASS\n2,-inf,False,,\n");
  }

  @Test
  void quotesTextsThatLookLikeSomethingElse() throws IOException {
    assertThat(csv(Table.of(
            Column.of("s", "7", "NA", "", "a", "a,b", "True"), Column.of("n", 1, 2, 3, 4, 5, 6))))
        .isEqualTo("s,n\n\"7\",1\n\"NA\",2\n\"\",3\na,4\n\"a,b\",5\n\"True\",6\n");
  }

  @Test
  void aMissingCellInTheOnlyColumnIsNotAnEmptyLine() throws IOException {
    Table table = Table.of(Column.of("s", "a", null, "b"));
    TextSource written = TextSource.written(new CsvTableWriter(), table);
    assertThat(written.text()).isEqualTo("s\na\nNA\nb\n");
    assertThat(new CsvTableReader().read(written)).isEqualTo(table);
  }

  @Test
  void theStreamIsLeftOpenAndComplete() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream() {
      @Override
      public void close() {
        throw new AssertionError("closed");
      }
    };
    new TsvTableWriter().write(Table.of(Column.of("a", 1), Column.of("b", 2)), out);
    assertThat(out).hasToString("a\tb\n1\t2\n");
  }

  @Test
  void whatIsNotATableIsRefusedBeforeAnythingIsWritten() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatIOException()
        .isThrownBy(() -> new CsvTableWriter().write(Document.of(1), out))
        .withMessage("Delimited text holds a table; this is document, number.");
    assertThatIOException().isThrownBy(() -> new CsvTableWriter().write(Table.of(), out));
    assertThat(out.size()).isZero();
  }

  @Test
  void halfALetterIsRefusedBeforeAnythingIsWritten() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatIOException()
        .isThrownBy(() -> new CsvTableWriter().write(Table.of(Column.of("s", "a", "\ud83d")), out));
    assertThat(out.size()).isZero();
  }

  @Property(tries = 300)
  void whatCommasCarryComesBack(@ForAll("tables") Table table) throws IOException {
    roundTrip(new CsvTableWriter(), new CsvTableReader(), table);
  }

  @Property(tries = 200)
  void whatTabsCarryComesBack(@ForAll("tables") Table table) throws IOException {
    roundTrip(new TsvTableWriter(), new TsvTableReader(), table);
  }

  @Property(tries = 200)
  void whatSpacesCarryComesBack(@ForAll("tables") Table table) throws IOException {
    roundTrip(new SsvTableWriter(), new SsvTableReader(), table);
  }

  private static void roundTrip(DatasetWriter writer, DatasetReader reader, Table table)
      throws IOException {
    assertThat(reader.read(TextSource.written(writer, table))).isEqualTo(table);
  }

  /** Tables whose columns have at least one value, so that their type can be told. */
  @Provide
  static Arbitrary<Table> tables() {
    return Arbitraries.integers().between(1, 6).flatMap(DelimitedWriterTest::tables);
  }

  private static Arbitrary<Table> tables(int rows) {
    Arbitrary<String> texts = Arbitraries.oneOf(
        Arbitraries.of("a", "b", ",", ";", "\t", " ", "\n", "\r", "\"", "'", ".", "0", "ä", "😀")
            .list()
            .ofMaxSize(6)
            .map(letters -> String.join("", letters)),
        Arbitraries.of("NA", "nan", "1", "-1.5e3", "inf", "true", "False", " 7", ""));
    Arbitrary<Column> columns = Arbitraries.oneOf(
        column(rows, ColumnType.INT64, Arbitraries.longs()),
        column(rows, ColumnType.FLOAT64, Arbitraries.doubles().map(d -> d + 0.5)),
        column(rows, ColumnType.BOOLEAN, Arbitraries.of(true, false)),
        column(rows, ColumnType.STRING, texts));
    return columns.list().ofMinSize(1).ofMaxSize(4).map(made -> {
      Column[] named = new Column[made.size()];
      for (int i = 0; i < named.length; i++) {
        named[i] = made.get(i).named("c" + i);
      }
      return Table.of(named);
    });
  }

  private static <T> Arbitrary<Column> column(int rows, ColumnType type, Arbitrary<T> values) {
    return Combinators.combine(values, values.injectNull(0.3).list().ofSize(rows - 1))
        .as((first, others) -> {
          ColumnBuilder cells = Column.builder("c", type);
          add(cells, first);
          others.forEach(value -> add(cells, value));
          return cells.build();
        });
  }

  private static void add(ColumnBuilder cells, @Nullable Object value) {
    if (value == null) {
      cells.addNull();
    } else if (value instanceof Long number) {
      cells.add(number);
    } else if (value instanceof Double number) {
      cells.add(number);
    } else if (value instanceof Boolean flag) {
      cells.add(flag);
    } else {
      cells.add((String) value);
    }
  }
}
