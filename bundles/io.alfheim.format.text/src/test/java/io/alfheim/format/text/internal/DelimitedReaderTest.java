/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.data.Column;
import io.alfheim.data.ColumnType;
import io.alfheim.data.DatasetReader;
import io.alfheim.data.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class DelimitedReaderTest {

  private static Table csv(String text) throws IOException {
    return read(new CsvTableReader(), text);
  }

  private static Table read(DatasetReader reader, String text) throws IOException {
    TextSource source = new TextSource("trials.table.csv", text);
    Table table = reader.read(source).table();
    assertThat(source.closed).isEqualTo(source.opened);
    return table;
  }

  @Test
  void theCellsDecideTheType() throws IOException {
    assertThat(csv("n,x,on,s\n1,0.5,True,a\n-2,1e3,false,b\n"))
        .isEqualTo(Table.of(
            Column.of("n", 1L, -2L),
            Column.of("x", 0.5, 1000),
            Column.of("on", true, false),
            Column.of("s", "a", "b")));
  }

  @Test
  void tabsAndSpacesSeparateAsWell() throws IOException {
    Table expected = Table.of(Column.of("a", 1L), Column.of("b", "x,y"));
    assertThat(read(new TsvTableReader(), "a\tb\n1\tx,y\n")).isEqualTo(expected);
    assertThat(read(new SsvTableReader(), "a b\n1 x,y\n")).isEqualTo(expected);
  }

  @Test
  void aLaterCellMayWidenTheType() throws IOException {
    assertThat(csv("x\n1\n\n2.5\n").column("x")).isEqualTo(Column.of("x", 1, 2.5));
    assertThat(csv("x\n1\nNaN\n").column("x")).isEqualTo(Column.of("x", 1, Double.NaN));
    assertThat(csv("x\nnan\n1\n").column("x")).isEqualTo(Column.of("x", Double.NaN, 1));
    assertThat(csv("x\n2.5\n1\n").column("x")).isEqualTo(Column.of("x", 2.5, 1));
  }

  @Test
  void aTextAfterNumbersLeavesTheirSpellingAlone() throws IOException {
    assertThat(csv("id,x\n007,1\n1.50,2\ntrue,3\nx7,4\n"))
        .isEqualTo(
            Table.of(Column.of("id", "007", "1.50", "true", "x7"), Column.of("x", 1L, 2, 3, 4)));
  }

  @Test
  void emptyCellsAndWordsForNothingAreMissing() throws IOException {
    Table table = csv("n,x,on,s\n,,,\n1,0.5,true,a\nNA,N/A,null,None\nNULL,<NA>,NaN,nan\n");
    assertThat(table.column("n").toStringArray()).containsExactly(null, "1", null, null);
    assertThat(table.column("n").type()).isEqualTo(ColumnType.INT64);
    assertThat(table.column("x").toStringArray()).containsExactly(null, "0.5", null, null);
    assertThat(table.column("on").toStringArray()).containsExactly(null, "true", null, null);
    assertThat(table.column("s").toStringArray()).containsExactly(null, "a", null, null);
  }

  @Test
  void notANumberAndInfinityHaveManySpellings() throws IOException {
    Table table = csv("x\nnan\n-NaN\n1.#QNAN\ninf\n-inf\n+Infinity\n-INF\n");
    double inf = Double.POSITIVE_INFINITY;
    assertThat(table.column("x").toDoubleArray())
        .containsExactly(Double.NaN, Double.NaN, Double.NaN, inf, -inf, inf, -inf);
    assertThat(table.column("x").nullCount()).isZero();
  }

  @Test
  void whatOnlyJavaTakesForANumberIsAText() throws IOException {
    for (String text : new String[] {"1d", "0x10", "1e", "e5", ".", "-", "1 2", "1_000", "٣"}) {
      assertThat(csv("x\n" + text + "\n").column("x").type()).as(text).isEqualTo(ColumnType.STRING);
    }
    for (String text : new String[] {"1.", ".5", "+1.5E-3", " 2.0 ", "-0.0"}) {
      assertThat(csv("x\n" + text + "\n").column("x").type())
          .as(text)
          .isEqualTo(ColumnType.FLOAT64);
    }
  }

  @Test
  void aWholeNumberBeyond64BitsKeepsAllItsDigits() throws IOException {
    assertThat(csv("x\n1\n9223372036854775808\n").column("x").get(1))
        .isEqualTo("9223372036854775808");
    assertThat(csv("x\n9223372036854775807\n").column("x").getLong(0)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aColumnWithoutAnyValueCountsAsNumbers() throws IOException {
    assertThat(csv("a,b\n1,\n2,\n").column("b").toDoubleArray()).containsOnly(Double.NaN);
    Table none = csv("a,b\n");
    assertThat(none.rows()).isZero();
    assertThat(none.columnNames()).containsExactly("a", "b");
  }

  @Test
  void quotesMakeTexts() throws IOException {
    Table table = csv("s,n\n\"a \"\"b\"\"\nc,d\",1\n\"7\",2\n\"\",3\n\"NA\",4\n");
    assertThat(table.column("s").toStringArray()).containsExactly("a \"b\"\nc,d", "7", "", "NA");
  }

  @Test
  void quotesAroundEverythingMeanNothing() throws IOException {
    Table table = csv("\"s\",\"n\"\n\"a,b\",\"1\"\n\"\",\"2\"\n");
    assertThat(table.column("n").toLongArray()).containsExactly(1, 2);
    assertThat(table.column("s").toStringArray()).containsExactly("a,b", null);
  }

  @Test
  void equalAndEmptyNamesAreToldApart() throws IOException {
    assertThat(csv("x,x,x.1,,x\n1,2,3,4,5\n").columnNames())
        .containsExactly("x", "x.2", "x.1", "Unnamed: 3", "x.3");
    assertThat(csv("x,x\n1,2\n").columnNames()).containsExactly("x", "x.1");
    assertThat(csv("x,x,x.2,x,x.1,x.1,,Unnamed: 6\n").columnNames())
        .containsExactly("x", "x.3", "x.2", "x.4", "x.1", "x.1.1", "Unnamed: 6", "Unnamed: 6.1");
  }

  @Test
  void manyEqualNamesAreCountedOnce() throws IOException {
    int many = 200_000;
    assertThat(csv("x" + ",x".repeat(many) + "\n").columnNames())
        .hasSize(many + 1)
        .endsWith("x." + many);
  }

  @Test
  void theByteOrderMarkAndOtherLineEndsAreTolerated() throws IOException {
    assertThat(csv("\ufeff\"x,y\",z\r\n1,2\r\n").columnNames()).containsExactly("x,y", "z");
    assertThat(csv("x\r1\r2\r").rows()).isEqualTo(2);
    assertThat(csv("x\n1").rows()).isEqualTo(1);
  }

  @Test
  void emptyLinesDoNotCount() throws IOException {
    assertThat(csv("\na,b\n\n1,x\n\n\ny,z\n\n").column("b").toStringArray())
        .containsExactly("x", "z");
  }

  @Test
  void aRaggedRowIsAnErrorThatNamesItsLine() {
    assertThatIOException()
        .isThrownBy(() -> csv("a,b\n1,2\n3,4,5\n"))
        .withMessage(
            "'trials.table.csv' cannot be read as a table: line 3 has 3 cells, but the first line"
                + " names 2 columns.");
    assertThatIOException()
        .isThrownBy(() -> csv("a,b\n\"1\n\",2\n3\n"))
        .withMessageContaining("line 4 has 1 cells");
  }

  @Test
  void anEmptyFileIsAnErrorThatSaysSo() {
    for (String nothing : new String[] {"", "\ufeff", "\n\n"}) {
      assertThatIOException()
          .isThrownBy(() -> csv(nothing))
          .withMessageStartingWith("'trials.table.csv' is empty");
    }
  }

  @Test
  void anOpenQuoteIsAnError() {
    assertThatIOException()
        .isThrownBy(() -> csv("a,b\n1,\"2\n3,4\n"))
        .withMessageStartingWith("'trials.table.csv' cannot be read as a table: ");
  }

  @Test
  void whatIsNotUtf8IsAnErrorAndNotRepaired() {
    TextSource latin = new TextSource("a.csv", "x\nä\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatIOException()
        .isThrownBy(() -> new CsvTableReader().read(latin))
        .withMessage("'a.csv' cannot be read as a table: it is not UTF-8 text.");
    assertThat(latin.closed).isEqualTo(latin.opened);
  }

  @Test
  void anInterruptedThreadGivesUp() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> csv("x\n1\n")).isInstanceOf(CancellationException.class);
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void onlyALateTextCostsASecondReading() throws IOException {
    TextSource once = new TextSource("a.csv", "a,b\n1,x\n2.5,7\n");
    TextSource twice = new TextSource("a.csv", "a,b\n1,x\nx,7\n");
    new CsvTableReader().read(once);
    new CsvTableReader().read(twice);
    assertThat(once.opened).isEqualTo(1);
    assertThat(twice.opened).isEqualTo(2);
  }

  @Test
  void aMillionRowsFitBesideTheirColumns() throws IOException {
    StringBuilder text = new StringBuilder("time,cluster,label\n");
    for (int i = 0; i < 1_000_000; i++) {
      text.append(i).append(".5,").append(i % 500).append(",good\n");
    }
    Table table = csv(text.toString());
    assertThat(table.rows()).isEqualTo(1_000_000);
    assertThat(table.column("time").getDouble(999_999)).isEqualTo(999_999.5);
    assertThat(table.column("cluster").getLong(999_999)).isEqualTo(499);
    assertThat(table.column("label").get(999_999))
        .isSameAs(table.column("label").get(0));
  }
}
