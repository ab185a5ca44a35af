/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModeTest {

  @Test
  void withoutArgumentsATerminalMakesAPrompt() {
    assertThat(Mode.of(List.of(), true)).isEqualTo(new Mode.Interactive());
    assertThat(Mode.of(List.of(), false)).isEqualTo(new Mode.Stdin(List.of()));
  }

  @Test
  void whatFollowsIsForTheCode() {
    assertThat(Mode.of(List.of("-e", "1", "a"), true))
        .isEqualTo(new Mode.Expression(List.of("1"), List.of("a")));
    assertThat(Mode.of(List.of("-e", "int a = 3", "-e", "-e", "x", "-e"), true))
        .isEqualTo(new Mode.Expression(List.of("int a = 3", "-e"), List.of("x", "-e")));
    assertThat(Mode.of(List.of("-", "a"), true)).isEqualTo(new Mode.Stdin(List.of("a")));
    assertThat(Mode.of(List.of("x.jsh", "-e", "a"), true))
        .isEqualTo(new Mode.Script("x.jsh", List.of("-e", "a")));
  }

  @Test
  void nobodyLookedMeansNoTerminal() {
    assertThat(Ttys.of(null)).isEqualTo(new Ttys(false, false, false));
    assertThat(Ttys.of("02")).isEqualTo(new Ttys(true, false, true));
  }

  @Test
  void theWidthIsThatOfTheTerminal() {
    assertThat(Ttys.columns("80")).isEqualTo(80);
    assertThat(Ttys.columns("3")).isEqualTo(40);
    assertThat(Ttys.columns("")).isEqualTo(120);
    assertThat(Ttys.columns(null)).isEqualTo(120);
  }
}
