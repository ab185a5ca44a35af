/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.console.internal.Sessions;
import io.alfheim.console.internal.render.Display;
import io.alfheim.console.internal.render.Style;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptTest {
  @TempDir
  static Path folder;

  private static Sessions started;

  @BeforeAll
  static void start() throws Exception {
    started = Sessions.start(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    started.close();
  }

  /** What is on the screen after these lines and Ctrl-D. */
  private static String typed(String... lines) throws Exception {
    return typed(Optional.empty(), lines);
  }

  private static String typed(Optional<Path> history, String... lines) throws Exception {
    started.source().restart();
    String keys = String.join("\n", lines) + "\n";
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    try (Terminal terminal = new DumbTerminal(
        "test",
        Terminal.TYPE_DUMB,
        new ByteArrayInputStream(keys.getBytes(UTF_8)),
        screen,
        UTF_8)) {
      Display display = new Display(Style.PLAIN, () -> 100, List::of);
      int code = new Prompt(terminal, started.source(), display, history).run(started.context());
      assertThat(code).isZero();
    }
    return screen.toString(UTF_8);
  }

  @Test
  void aVariableOfWhatCannotBeFoundIsToldAndTheRestIsKept() throws Exception {
    assertThat(typed("int kept = 7", Sessions.LOST, "var l = new Lost()", "kept * 6", "/vars"))
        .contains("l : Lost")
        .contains("No session 'SP26'.", "See sessions().")
        .containsPattern("= 42\\b")
        .contains("<No session 'SP26'.>");
  }

  @Test
  void anAnswerThatCannotBeFoundIsToldAsAnException() throws Exception {
    assertThat(typed(Sessions.LOST, "new Lost()", "/trace"))
        .contains("No session 'SP26'.", "See sessions().")
        .contains("DataException: No session")
        .doesNotContain("toString()");
  }

  @Test
  void aLineThatBreaksWhatShowsItEndsNothing() throws Exception {
    String mute = "class Mute extends RuntimeException {"
        + " public String getMessage() { throw new IllegalStateException(\"mute\"); } }";
    assertThat(typed(mute, "throw new Mute()", "/trace", "6 * 7"))
        .containsPattern("alfheim> Mute\\R")
        .contains("IllegalStateException: mute")
        .containsPattern("= 42\\b");
    String hostile =
        "class Hostile implements Data { public String describe() { throw new Error(\"no\"); } }";
    assertThat(typed(hostile, "var h = new Hostile()", "h?", "6 * 7"))
        .contains("Error: no")
        .containsPattern("= 42\\b");
  }

  @Test
  void aSecretThatIsTypedOutIsKnownUntilTheEndAndNotKept() throws Exception {
    Path history = HistoryFile.in(folder).orElseThrow();
    String screen = typed(
        Optional.of(history),
        "import java.util.Map",
        "Map.of(\"user\", \"eve\", \"password\",  \"sesame\").size()",
        "Map.of(\"sessionToken\", \"sesame\").size()",
        "\"sftp://eve:sesame@lab/\".length()",
        "Map.of(\"password\", \"$[env:LAB]\").size()",
        "/history");
    assertThat(screen).contains("Map.of(\"sessionToken\", \"sesame\").size()");
    assertThat(Files.readString(history))
        .contains("import java.util.Map", "$[env:LAB]", "/history")
        .doesNotContain("sesame");
  }
}
