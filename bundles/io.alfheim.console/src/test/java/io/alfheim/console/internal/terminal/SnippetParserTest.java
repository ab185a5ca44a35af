/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jline.reader.EOFError;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnippetParserTest {
  private final SnippetParser parser = new SnippetParser(text -> true);

  @Test
  void openCodeAsksForMoreLines() {
    assertThatThrownBy(() -> parser.parse("int f() {", 9, ParseContext.ACCEPT_LINE))
        .isInstanceOf(EOFError.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/help", "load?", "", "  "})
  void whatIsNoJavaIsAcceptedAsItIs(String line) {
    assertThat(parser.parse(line, line.length(), ParseContext.ACCEPT_LINE).line())
        .isEqualTo(line);
  }

  @Test
  void theWordEndsAtTheCursor() {
    assertThat(parser.parse("catalog.sea + 1", 11, ParseContext.COMPLETE).word())
        .isEqualTo("sea");
    assertThat(parser.parse("f(", 2, ParseContext.COMPLETE).word()).isEmpty();
  }

  @Test
  void aCommandIsOneWordWithItsSlash() {
    assertThat(parser.parse("/he", 3, ParseContext.COMPLETE).word()).isEqualTo("/he");
    assertThat(parser.parse("/open ab", 8, ParseContext.COMPLETE).word()).isEqualTo("ab");
  }
}
