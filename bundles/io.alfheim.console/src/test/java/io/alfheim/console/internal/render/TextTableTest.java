/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  private static String fit(int width, List<String> header, List<List<String>> rows) {
    boolean[] numeric = new boolean[header.size()];
    return new TextTable(header, rows, numeric, Style.PLAIN).fit(width, rows.size());
  }

  @Test
  void theWidestTextIsCutFirst() {
    String table = fit(24, List.of("a", "b"), List.of(List.of("x".repeat(8), "y".repeat(40))));
    assertThat(table.lines()).containsExactly("a         b", "xxxxxxxx  yyyyyyyyyyyyy…");
  }

  @Test
  void columnsThatDoNotFitAreNamedBelow() {
    List<String> row = List.of("x".repeat(8), "y".repeat(8), "z".repeat(8));
    assertThat(fit(20, List.of("a", "b", "c"), List.of(row)).lines())
        .containsExactly("a         b", "xxxxxxxx  yyyyyyyy", "1 more column");
  }

  @Test
  void wideCharactersTakeTwoColumns() {
    assertThat(fit(40, List.of("a", "b"), List.of(List.of("日本", "x"), List.of("abcd", "y")))
            .lines())
        .containsExactly("a     b", "日本  x", "abcd  y");
  }

  @Test
  void onlyColumnsOfNumbersAreNumeric() {
    assertThat(TextTable.numeric(3, List.of(List.of(1, "a", 1), List.of(2.5, 3, "b"))))
        .containsExactly(true, false, false);
  }
}
