/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppendingTest {
  private static final DataObject NOTHING = DataObject.of("spikes", Map.of());

  private static DataObject spikes(double... times) {
    return DataObject.of("spikes", Map.of("times", NDArray.of(times)));
  }

  @Test
  void rowsOfArraysComeBelowEachOther() {
    assertThat(spikes(1, 2).append(spikes(3)).array("times").toDoubleArray())
        .containsExactly(1, 2, 3);
  }

  @Test
  void nothingAddedChangesNothingOnEitherSide() {
    assertThat(NOTHING.append(spikes(1)).array("times").size()).isEqualTo(1);
    assertThat(spikes(1).append(NOTHING).array("times").size()).isEqualTo(1);
  }

  @Test
  void differentAttributesAreNamed() {
    DataObject other = DataObject.of("spikes", Map.of("amps", NDArray.of(1.0)));
    assertThatThrownBy(() -> spikes(1).append(other))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("times and amps");
  }

  @Test
  void whatHasNoRowsMustBeEqual() {
    DataObject one = DataObject.of("spikes", Map.of("about", Document.of(Map.of("n", 1))));
    DataObject two = DataObject.of("spikes", Map.of("about", Document.of(Map.of("n", 2))));
    assertThat(one.append(one).document("about").integer("n")).isEqualTo(1);
    assertThatThrownBy(() -> one.append(two))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'about'");
  }

  @Test
  void resultsThatDoNotFitTogetherAreNamed() {
    DataObject uneven =
        DataObject.of("spikes", Map.of("times", NDArray.of(1.0, 2.0), "rate", NDArray.of(3.0)));
    assertThat(uneven.warnings()).isEmpty();
    assertThat(uneven.append(uneven).warnings()).singleElement().asString().contains("rate 2");
  }

  @Test
  void tablesKeepTheirTypesAndMissingCells() {
    Table table = Table.of(
        Column.of("flag", true, false),
        Column.of("small", (short) 1, (short) 2),
        Column.of("real", 1.5f, 2.5f),
        Column.of("name", "a", null),
        Column.of("day", LocalDate.of(2020, 1, 2), null),
        Column.of("when", Instant.ofEpochSecond(5, 7), null),
        Column.ofCategories("qc", List.of("PASS", "FAIL"), true, "FAIL", "PASS"));
    Table twice = table.append(table);
    assertThat(twice.rows()).isEqualTo(4);
    assertThat(twice.rows(0, 2)).isEqualTo(table);
    assertThat(twice.rows(2, 4)).isEqualTo(table);
    assertThat(twice.column("qc").isOrdered()).isTrue();
  }

  @Test
  void columnsAreMatchedByNameAndOtherTypesRefused() {
    Table one = Table.of(Column.of("a", 1L), Column.of("b", 2L));
    Table two = Table.of(Column.of("b", 3L), Column.of("a", 4L));
    assertThat(one.append(two).column("a").toLongArray()).containsExactly(1, 4);
    Table real = Table.of(Column.of("a", 1.0), Column.of("b", 2L));
    assertThatThrownBy(() -> one.append(real))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'a' is int64");
    assertThatThrownBy(() -> one.append(one.select("a"))).isInstanceOf(DataException.class);
  }

  @Test
  void categoriesThatDifferBecomeTexts() {
    Table one = Table.of(Column.ofCategories("qc", List.of("PASS"), false, "PASS"));
    Table two = Table.of(Column.ofCategories("qc", List.of("FAIL"), false, "FAIL"));
    assertThat(one.append(two).column("qc").toStringArray()).containsExactly("PASS", "FAIL");
  }
}
