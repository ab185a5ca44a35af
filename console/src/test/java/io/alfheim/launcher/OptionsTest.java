/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.launcher.Options.Action;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @Test
  void nothingMeansThePrompt() {
    Options options = Options.parse();
    assertThat(options.action()).isEqualTo(Action.RUN);
    assertThat(options.home()).isEmpty();
    assertThat(options.arguments()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--home /data", "--home=/data"})
  void theHomeIsTakenOut(String options) {
    Options parsed = Options.parse((options + " -e 1").split(" "));
    assertThat(parsed.home()).contains(Path.of("/data"));
    assertThat(parsed.arguments()).containsExactly("-e", "1");
  }

  @Test
  void optionsMayFollowTheCode() {
    Options parsed = Options.parse("-e", "1", "--home", "/data", "a", "--home");
    assertThat(parsed.home()).contains(Path.of("/data"));
    assertThat(parsed.arguments()).isEqualTo(List.of("-e", "1", "a", "--home"));
  }

  @Test
  void allTheCodeIsRunInTurn() {
    Options parsed = Options.parse("-e", "int a = 1", "--home=/data", "-e", "a + 1", "x");
    assertThat(parsed.arguments()).containsExactly("-e", "int a = 1", "-e", "a + 1", "x");
  }

  @Test
  void whatFollowsAScriptBelongsToIt() {
    Options parsed = Options.parse("--demo", "a.jsh", "--home", "x", "-e");
    assertThat(parsed.action()).isEqualTo(Action.DEMO);
    assertThat(parsed.arguments()).containsExactly("a.jsh", "--home", "x", "-e");
    assertThat(Options.parse("-", "--bogus").arguments()).containsExactly("-", "--bogus");
  }

  @Test
  void unknownOptionsAreNamed() {
    assertThatThrownBy(() -> Options.parse("--bogus"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'--bogus'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--home", "--home=", "-e"})
  void valuesMustNotBeMissing(String option) {
    assertThatThrownBy(() -> Options.parse(option)).isInstanceOf(UsageException.class);
  }
}
