/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectTableTest {
  private static final NDArray PAIRS = NDArray.of(new double[][] {{1, 2}, {3, 4}});

  private static DataObject object(Object... keysAndData) {
    Map<String, Data> attributes = new LinkedHashMap<>();
    for (int i = 0; i < keysAndData.length; i += 2) {
      attributes.put((String) keysAndData[i], (Data) keysAndData[i + 1]);
    }
    return DataObject.of("trials", attributes);
  }

  @Test
  void attributesBecomeColumnsAndComeBack() {
    DataObject trials = object(
        "choice", NDArray.of(1L, -1L), "intervals", PAIRS, "side", NDArray.of("left", "right"));
    Table table = trials.toTable();
    assertThat(table.columnNames()).containsExactly("choice", "intervals_0", "intervals_1", "side");
    DataObject again = DataObject.of("trials", table);
    assertThat(again.attributes()).containsExactly("choice", "intervals", "side");
    assertThat(again.array("intervals")).isEqualTo(PAIRS);
    assertThat(again.array("side").toStringArray()).containsExactly("left", "right");
  }

  @Test
  void atMostTenColumnsOfOneAttributeAreShownAndTheRestIsNamed() {
    Table table = object("features", NDArray.arange(24).reshape(2, 12)).toTable();
    assertThat(table.columnNames()).hasSize(10).contains("features_0", "features_9");
    assertThat(table.metadata()).containsEntry("left out of features", "columns 10 to 11");
  }

  @Test
  void aSingleColumnKeepsItsNameAndASingleRowStandsForAll() {
    Table table = object("amps", NDArray.arange(3).reshape(3, 1), "rate", NDArray.of(30_000.0))
        .toTable();
    assertThat(table.columnNames()).containsExactly("amps", "rate");
    assertThat(table.column("rate").toDoubleArray()).containsExactly(30_000, 30_000, 30_000);
  }

  @Test
  void whatHasNoPlaceInATableIsNamed() {
    Table table = object(
            "waveforms", NDArray.arange(8).reshape(2, 2, 2),
            "about", Document.of(Map.of("n", 1)),
            "times", NDArray.of(1.0, 2.0))
        .toTable();
    assertThat(table.columnNames()).containsExactly("times");
    assertThat(table.metadata())
        .containsEntry("left out of waveforms", "int64 (2, 2, 2)")
        .containsKey("left out of about");
  }

  @Test
  void anObjectIsNoTableUntilSomebodyMakesOneOfIt() {
    assertThatThrownBy(() -> object("times", PAIRS).table())
        .isInstanceOfSatisfying(
            DataException.class, e -> assertThat(e.hint()).contains("toTable()"))
        .hasMessageContaining("object trials (times)");
  }

  @Test
  void attributesThatDifferInRowsMakeNoTable() {
    DataObject odd = object("times", NDArray.of(1.0, 2.0), "amps", NDArray.of(1.0, 2.0, 3.0));
    assertThatThrownBy(odd::toTable)
        .isInstanceOf(DataException.class)
        .hasMessageContaining("times 2, amps 3");
  }

  @Test
  void onlyColumnsOfOneStemArePaired() {
    Table table = Table.of(
        Column.of("a_0", 1.0), Column.of("b_1", 2.0), Column.of("c_0", 3.0), Column.of("c_1", 4.0));
    DataObject object = DataObject.of("trials", table);
    assertThat(object.attributes()).containsExactly("a_0", "b_1", "c");
    assertThat(object.array("c").toDoubleMatrix()).isDeepEqualTo(new double[][] {{3, 4}});
  }

  @Test
  void threeColumnsOfOneStemAndTextsAreNoPair() {
    Table table = Table.of(
        Column.of("a_0", 1.0),
        Column.of("a_1", 2.0),
        Column.of("a_2", 3.0),
        Column.of("b_0", "x"),
        Column.of("b_1", "y"));
    assertThat(DataObject.of("trials", table).attributes())
        .containsExactly("a_0", "a_1", "a_2", "b_0", "b_1");
  }

  @Test
  void aColumnWithMissingCellsStaysATable() {
    Table table = Table.of(Column.of("side", "left", null));
    assertThat(DataObject.of("trials", table).table("side")).isEqualTo(table);
  }
}
