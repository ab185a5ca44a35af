/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final List<String> QC = List.of("NOT_SET", "PASS", "WARNING", "FAIL");

  private static Table sessions() {
    return Table.builder()
        .add(Column.of("subject", "SP026", "SP025", null, "SP026"))
        .add(Column.of("number", 2, 1, 3, 1))
        .add(Column.of("amps", 0.5, Double.NaN, -1, 2))
        .add(Column.ofCategories("qc", QC, true, "FAIL", "PASS", "WARNING", null))
        .metadata("origin", "test")
        .build();
  }

  private static long[] numbers(Table table) {
    return table.column("number").toLongArray();
  }

  @Test
  void saysItsShapeAndItsColumns() {
    assertThat(sessions().rows()).isEqualTo(4);
    assertThat(sessions().columnNames()).containsExactly("subject", "number", "amps", "qc");
    assertThat(sessions().describe()).isEqualTo("table 4 rows × 4 columns");
    assertThat(Table.of(Column.of("x", 1)).describe()).isEqualTo("table 1 row × 1 column");
    assertThat(Table.of().describe()).isEqualTo("table 0 rows × 0 columns");
    Table table = sessions();
    assertThat(table.table()).isSameAs(table);
  }

  @Test
  void whereKeepsTheRowsWanted() {
    assertThat(numbers(sessions().where("subject", "SP026"))).containsExactly(2, 1);
    assertThat(numbers(sessions().where("number", 1))).containsExactly(1, 1);
    assertThat(numbers(sessions().where("subject", v -> v == null))).containsExactly(3);
    assertThat(numbers(sessions().whereNumber("amps", a -> a > 0))).containsExactly(2, 1);
    assertThat(numbers(sessions().where("number", 99))).isEmpty();
  }

  @Test
  void sortByIsStablePutsMissingLastAndFollowsCategories() {
    assertThat(numbers(sessions().sortBy("subject"))).containsExactly(1, 2, 1, 3);
    assertThat(numbers(sessions().sortBy("subject", "number"))).containsExactly(1, 1, 2, 3);
    assertThat(sessions().sortBy("qc").column("qc").toStringArray())
        .containsExactly("PASS", "WARNING", "FAIL", null);
    assertThat(sessions().sortBy("amps").column("amps").toDoubleArray())
        .containsExactly(-1, 0.5, 2, Double.NaN);
  }

  @Test
  void rowsHeadTailAndReversedAreTablesThemselves() {
    assertThat(numbers(sessions().rows(1, 3))).containsExactly(1, 3);
    assertThat(numbers(sessions().head(2))).containsExactly(2, 1);
    assertThat(numbers(sessions().head(99))).hasSize(4);
    assertThat(numbers(sessions().tail(1))).containsExactly(1);
    assertThat(numbers(sessions().reversed())).containsExactly(1, 3, 1, 2);
    assertThat(sessions().head(0).columnNames()).hasSize(4);
    assertThatThrownBy(() -> sessions().rows(3, 5)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void whatWasMadeFromATableKeepsItsMetadataAndCategories() {
    Table made = sessions().where("subject", "SP026").sortBy("number").head(1).select("qc");
    assertThat(made.metadata()).containsEntry("origin", "test");
    assertThat(made.column("qc").categories()).isEqualTo(QC);
  }

  @Test
  void selectWithoutAndWithChangeTheColumns() {
    assertThat(sessions().select("qc", "number").columnNames()).containsExactly("qc", "number");
    assertThat(sessions().without("qc").columnNames()).hasSize(3);
    Table changed =
        sessions().with(Column.of("number", 1, 2, 3, 4)).with(Column.of("z", 0, 0, 0, 0));
    assertThat(changed.columnNames()).containsExactly("subject", "number", "amps", "qc", "z");
    assertThat(numbers(changed)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void aRowIsAMapWithNullsForMissingCells() {
    assertThat(sessions().row(2)).containsEntry("subject", null).containsEntry("number", 3L);
  }

  @Test
  void anUnknownColumnNamesTheNearest() {
    assertThatThrownBy(() -> sessions().column("subjct"))
        .isInstanceOf(DataException.class)
        .hasMessage("No column 'subjct' among the 4 of this table. Nearest: 'subject'.");
    assertThatThrownBy(() -> sessions().column("zzz"))
        .hasMessage("No column 'zzz' among the 4 of this table.");
    assertThat(sessions().findColumn("zzz")).isEmpty();
    assertThatThrownBy(() -> sessions().without("zzz")).isInstanceOf(DataException.class);
  }

  @Test
  void columnsOfOneNameOrOfTwoLengthsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Table.of(Column.of("x", 1), Column.of("x", 2)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Table.of(Column.of("x", 1), Column.of("y", 2, 3)))
        .withMessage("Column 'y' has 2 rows, the first one 1.");
  }

  @Test
  void equalTablesAreEqualWhateverTheirMetadata() {
    Table other = Table.of(sessions().columns());
    assertThat(other).isEqualTo(sessions()).hasSameHashCodeAs(sessions());
    assertThat(sessions().head(3)).isNotEqualTo(sessions());
    assertThat(sessions().select("qc", "number")).isNotEqualTo(sessions().select("number", "qc"));
    Table dictionary = Table.of(Column.of("s", "b", "a")).sortBy("s");
    assertThat(dictionary).isEqualTo(Table.of(Column.of("s", "a", "b")));
  }

  @Test
  void showsAllOfASmallTable() {
    assertThat(sessions().head(2).toString()).isEqualTo("""
            subject  number  amps  qc
            SP026         2   0.5  FAIL
            SP025         1   NaN  PASS
            [table 2 rows × 4 columns]""");
  }

  @Test
  void showsTheFirstAndTheLastRowsOfALongTable() {
    Table table = Table.of(Column.of("i", IntStream.range(0, 100).toArray()));
    assertThat(table.toString(4, 80).lines())
        .containsExactly(" i", " 0", " 1", " …", "98", "99", "[table 100 rows × 1 column]");
    assertThat(table.toString(1, 80).lines()).hasSize(4);
  }

  @Test
  void keepsToTheWidthAskedFor() {
    Column[] columns = IntStream.range(0, 50)
        .mapToObj(i -> Column.of("c" + i, "x".repeat(i)))
        .toArray(Column[]::new);
    assertThat(Table.of(columns).toString(5, 60).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60))
        .first()
        .asString()
        .endsWith("…");
  }

  @Test
  void controlCharactersDoNotReachTheScreen() {
    assertThat(Table.of(Column.of("s", "a\n\u001b[31mb")).toString()).contains("a␣␣[31mb");
  }

  @Property
  void sortingGivesTheSortedValues(@ForAll double[] values) {
    double[] expected = values.clone();
    Arrays.sort(expected);
    assertThat(Table.of(Column.of("x", values)).sortBy("x").column("x").toDoubleArray())
        .isEqualTo(expected);
  }

  @Property
  void whereAndItsOppositeShareAllRows(@ForAll long[] values) {
    Table table = Table.of(Column.of("x", values));
    int kept = table.whereNumber("x", x -> x > 3).rows();
    assertThat(kept + table.whereNumber("x", x -> x <= 3).rows()).isEqualTo(values.length);
  }
}
