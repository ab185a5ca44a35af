/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.data.Column;
import io.alfheim.data.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogRenderersTest {
  private static final SomeSession SESSION = SomeSession.of(
      "cortexlab/SP026/2019-12-10/001",
      "alf/_ibl_wheel.position.npy",
      "alf/probe00/#2020-01-08#/spikes.times.npy");

  private final Display display = new Display(Style.PLAIN, () -> 100, List::of);

  @Test
  void manySessionsAreATableOfNamesToUse() {
    assertThat(display
            .full(List.of(SESSION, SomeSession.of("ZM_7/2020-01-01/002")))
            .lines())
        .containsExactly(
            "   session               lab        datasets  protocol           projects",
            "0  SP026/2019-12-10/001  cortexlab         2  biasedChoiceWorld  one, two",
            "1  ZM_7/2020-01-01/002                     0  biasedChoiceWorld  one, two");
  }

  @Test
  void oneSessionIsASummary() {
    assertThat(display.full(SESSION).lines())
        .startsWith("SP026/2019-12-10/001", "  lab          cortexlab")
        .contains("  datasets     2", "  collections  alf, alf/probe00")
        .noneMatch(line -> line.contains("objects"));
  }

  @Test
  void datasetsShowWhereTheyAreAndTheirQc() {
    assertThat(display.full(SESSION.datasets()).lines())
        .containsExactly(
            "   collection   revision    dataset                  size    qc",
            "0  alf                      _ibl_wheel.position.npy  4.2 kB",
            "1  alf/probe00  2020-01-08  spikes.times.npy         4.2 kB  WARNING");
    assertThat(display.full(SESSION.datasets().get(0)))
        .isEqualTo("SP026/2019-12-10/001/alf/_ibl_wheel.position.npy  4.2 kB");
  }

  @Test
  void tablesAreAsWideAsTheTerminal() {
    Table table = Table.of(Column.of("a".repeat(60), 1, 2), Column.of("b".repeat(60), 3, 4));
    assertThat(display.full(table).lines()).allMatch(line -> line.length() <= 100);
  }
}
