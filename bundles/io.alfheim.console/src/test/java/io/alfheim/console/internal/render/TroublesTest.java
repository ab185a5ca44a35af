/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.console.internal.engine.Trouble;
import io.alfheim.console.internal.engine.Trouble.Cause;
import io.alfheim.console.internal.engine.Trouble.Frame;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TroublesTest {
  private static final Frame TYPED = new Frame("", "", "load(\"x\")");

  private static String text(boolean expected, Cause... causes) {
    return new Troubles(Style.PLAIN).text(new Trouble(expected, List.of(causes)));
  }

  private static Cause cause(
      String type, @Nullable String message, @Nullable String hint, Frame... frames) {
    return new Cause(
        type, Optional.ofNullable(message), Optional.ofNullable(hint), List.of(frames));
  }

  @Test
  void whatWasExpectedIsTheMessageAndTheHint() {
    assertThat(text(true, cause("NoSuch", "No session 'x'.", "List them: sessions().", TYPED)))
        .isEqualTo("No session 'x'.\nList them: sessions().");
  }

  @Test
  void theCausesOfWhatWasExpectedAreNotTold() {
    assertThat(text(true, cause("NoSuch", "No.", "Try."), cause("IOException", "disk", null)))
        .isEqualTo("No.\nTry.");
  }

  @Test
  void whatWasNotExpectedHasItsTypeAndItsCauses() {
    assertThat(
            text(false, cause("RuntimeException", null, null), cause("IOException", "disk", null)))
        .isEqualTo("RuntimeException\ncaused by IOException: disk");
  }

  @Test
  void placesInScriptsAndMethodsAreTold() {
    assertThat(text(
            false,
            cause(
                "ArithmeticException",
                "/ by zero",
                null,
                new Frame("a.jsh:6", "half", "return x / 0;"),
                new Frame("a.jsh:9", "", "half(1)"))))
        .isEqualTo("""
            ArithmeticException: / by zero
              at a.jsh:6, half: return x / 0;
              at a.jsh:9: half(1)""");
  }

  @Test
  void whatWasJustTypedIsNotRepeated() {
    assertThat(text(false, cause("X", "y", null, TYPED))).isEqualTo("X: y");
  }
}
