/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.console.internal.render.SomeSession;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedNamesTest {
  private static final SomeSession SESSION = SomeSession.of(
      "SP026/2019-12-10/001", "alf/probe00/spikes.times.npy", "alf/_ibl_wheel.position.npy");

  /** Without a catalog: only variables are asked. */
  private final QuotedNames names = new QuotedNames(
      () -> {
        throw new AssertionError("nobody needs the catalog here");
      },
      name -> name.equals("s") ? SESSION : null);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {"session(|-1", "session(\"SP|9", "f(\"a\", \"b|8", "f(\"a\")|-1", "f(\"a\\\"b|3"})
  void knowsWhereTheQuotedTextBegins(String line, int start) {
    assertThat(QuotedNames.start(line)).isEqualTo(start);
  }

  @Test
  void aSessionInAVariableKnowsItsNames() {
    assertThat(names.at("s.load(\"")).containsExactly("_ibl_wheel.position", "spikes.times");
    assertThat(names.at("1 + s.load(\"spikes.times\", \"al")).containsExactly("alf/probe00", "alf");
    assertThat(names.at("s.loadCollection(\"")).containsExactly("alf/probe00", "alf");
  }

  @ParameterizedTest
  @ValueSource(strings = {"t.load(\"", "s.toString(\"", "println(\"", "\"", "x.session(\""})
  void elsewhereThereIsNothingToComplete(String line) {
    assertThat(names.at(line)).isEqualTo(List.of());
  }
}
