/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.console.internal.engine.Trouble;
import io.alfheim.console.internal.engine.Trouble.Cause;
import io.alfheim.console.internal.engine.Trouble.Frame;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TroublesTest {
  private static final Frame TYPED = new Frame("", "", "load(\"x\")");

  private static String text(boolean expected, Cause... causes) {
    return new Troubles(Style.PLAIN, 40).text(new Trouble(expected, List.of(causes)));
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
              at a.jsh:9: half(1)\
            """);
  }

  @Test
  void whatWasJustTypedIsNotRepeated() {
    assertThat(text(false, cause("X", "y", null, TYPED))).isEqualTo("X: y");
  }

  @Test
  void placesThatRepeatThemselvesAreToldOnce() {
    Frame[] frames =
        Collections.nCopies(1024, new Frame("", "f", "f(n - 1)")).toArray(Frame[]::new);
    assertThat(text(false, cause("StackOverflowError", null, null, frames)))
        .isEqualTo("StackOverflowError\n  at f: f(n - 1)  (1,024 times)");
  }

  @Test
  void ofManyPlacesTheInnermostAreTold() {
    Frame[] frames = IntStream.range(0, 20)
        .mapToObj(i -> new Frame("a.jsh:" + i, "f" + i, "x"))
        .toArray(Frame[]::new);
    assertThat(text(false, cause("X", null, null, frames)).lines())
        .hasSize(10)
        .endsWith("  at a.jsh:7, f7: x", "  and 12 places more; see /trace");
  }

  @Test
  void longMessagesBreakBetweenWords() {
    assertThat(text(true, cause("X", "No dataset 'spikes.tim' in the session 'SP026'.", "Try.")))
        .isEqualTo("No dataset 'spikes.tim' in the session\n'SP026'.\nTry.");
  }
}
