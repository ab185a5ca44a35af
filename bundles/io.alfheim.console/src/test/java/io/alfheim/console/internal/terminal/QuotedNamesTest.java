/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedNamesTest {
  /** Without a catalog, and no variable has a value. */
  private final QuotedNames names = new QuotedNames(
      () -> {
        throw new AssertionError("nobody needs the catalog here");
      },
      variable -> null);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {"session(|-1", "session(\"SP|9", "f(\"a\", \"b|8", "f(\"a\")|-1", "f(\"a\\\"b|3"})
  void knowsWhereTheQuotedTextBegins(String line, int start) {
    assertThat(QuotedNames.start(line)).isEqualTo(start);
  }

  @ParameterizedTest
  @ValueSource(strings = {"t.load(\"", "s.toString(\"", "println(\"", "\"", "x.session(\""})
  void elsewhereThereIsNothingToComplete(String line) {
    assertThat(names.at(line)).isEqualTo(List.of());
  }
}
