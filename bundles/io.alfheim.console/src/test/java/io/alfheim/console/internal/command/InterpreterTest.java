/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.console.internal.SessionSource;
import io.alfheim.console.internal.Sessions;
import io.alfheim.console.internal.engine.Outcome;
import io.alfheim.console.internal.render.Display;
import io.alfheim.console.internal.render.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterpreterTest {
  @TempDir
  static Path folder;

  private static Sessions started;

  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<String> printed = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private Interpreter interpreter;

  @BeforeAll
  static void start() throws Exception {
    started = Sessions.start(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    started.close();
  }

  @BeforeEach
  void teach() {
    SessionSource sessions = started.source();
    sessions.restart();
    interpreter =
        new Interpreter(sessions, (outcome, session) -> outcomes.add(outcome), complaints::add);
    Display display = new Display(Style.PLAIN, () -> 100, List::of);
    StandardCommands.addTo(interpreter, sessions, display, printed::add);
  }

  @Test
  void snippetsAndCommandsMayBeMixed() {
    assertThat(interpreter.enter("int x = 1\n/vars\nx + 1", null)).isTrue();
    assertThat(outcomes).hasSize(2);
    assertThat(printed).singleElement().asString().contains("x     int");
  }

  @Test
  void theFirstErrorEndsAText() {
    assertThat(interpreter.enter("int x = y\nint z = 1", null)).isFalse();
    assertThat(outcomes).singleElement().isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void aStopBetweenTwoSnippetsEndsTheLine() {
    SessionSource sessions = started.source();
    Interpreter stopping = new Interpreter(
        sessions,
        (outcome, session) -> {
          outcomes.add(outcome);
          sessions.stop();
        },
        complaints::add);
    assertThat(stopping.enter("1 + 1; while (true) {}", null)).isFalse();
    assertThat(outcomes).hasSize(2).last().isEqualTo(new Outcome.Interrupted(false));
    sessions.resume();
    assertThat(interpreter.enter("2 + 2", null)).isTrue();
  }

  @Test
  void exitEndsATextWithItsCode() {
    assertThat(interpreter.enter("/exit 7\n1 + 1", null)).isFalse();
    assertThat(interpreter.exit()).hasValue(7);
    assertThat(outcomes).isEmpty();
  }

  @Test
  void anExitCodeIsANumber() {
    interpreter.enter("/exit now", null);
    assertThat(interpreter.exit()).isEmpty();
    assertThat(complaints).singleElement().asString().contains("'now'");
  }

  @Test
  void unknownCommandsAreNamed() {
    assertThat(interpreter.enter("/bogus", null)).isFalse();
    assertThat(complaints).containsExactly("There is no command '/bogus'. See /help.");
  }

  @Test
  void whatWasSavedCanBeOpened() throws IOException {
    Path file = folder.resolve("saved.jsh");
    interpreter.enter("int x = 41\nint bad = ;", null);
    interpreter.enter("/save " + file, null);
    assertThat(Files.readString(file)).isEqualTo("int x = 41;\n");
    started.source().restart();
    outcomes.clear();
    interpreter.enter("/open " + file, null);
    assertThat(outcomes).containsExactly(new Outcome.Variable("x", "int", 41));
  }

  @Test
  void aScriptThatFailsEndsTheOneThatOpensIt() throws IOException {
    Path inner = Files.writeString(folder.resolve("inner.jsh"), "int a = 1;\nint b = a / 0;\n");
    assertThat(interpreter.enter("/open " + inner + "\nint after = 1", null)).isFalse();
    assertThat(outcomes).hasSize(2).last().isInstanceOf(Outcome.Thrown.class);
    Files.writeString(inner, "int a = 1;\n");
    assertThat(interpreter.enter("/open " + inner + "\nint after = 1", null)).isTrue();
  }

  @Test
  void aScriptThatIsNotUtf8SaysWhere() throws IOException {
    Path file = Files.write(folder.resolve("old.jsh"), "1\n\"caf\u00e9\"\n".getBytes(ISO_8859_1));
    assertThat(interpreter.enter("/open " + file, null)).isFalse();
    assertThat(complaints)
        .singleElement()
        .asString()
        .contains("'" + file + "' is not UTF-8: line 2 has the byte 0xE9.", "iconv");
    assertThat(outcomes).isEmpty();
    interpreter.enter("/open " + folder, null);
    assertThat(complaints).last().asString().contains("'" + folder + "' is a folder.");
  }

  @Test
  void aByteOrderMarkIsNoCode() throws IOException {
    Path file = Files.writeString(folder.resolve("windows.jsh"), "\uFEFFint x = 41\r\n");
    assertThat(interpreter.enter("/open " + file, null)).isTrue();
    assertThat(outcomes).containsExactly(new Outcome.Variable("x", "int", 41));
  }

  @Test
  void aVariableThatCannotBeLookedUpHidesNoOther() {
    interpreter.enter(Sessions.LOST + "var lost = new Lost();\nint kept = 7;\n/vars", null);
    assertThat(printed)
        .singleElement()
        .asString()
        .contains("<No session 'SP26'.>")
        .containsPattern("kept +int +7");
  }

  @Test
  void missingFilesAreNamed() {
    Path missing = folder.resolve("none/no.jsh");
    interpreter.enter("/open " + missing, null);
    assertThat(complaints)
        .containsExactly("There is no file '" + missing + "'; nearest is '" + folder
            + "'. See what is there: Files.list(Path.of(\"" + folder + "\")).toList().");
  }

  @Test
  void reloadRepeatsWhatWasEntered() {
    interpreter.enter("int x = 1\nx + 1", null);
    outcomes.clear();
    interpreter.enter("/reload", null);
    assertThat(outcomes).hasSize(2).allMatch(Outcome::good);
    assertThat(printed).containsExactly("Repeated 2 of 2 snippets.");
  }

  @Test
  void theLastExceptionIsShownInFull() {
    interpreter.enter("/trace", null);
    interpreter.enter("Integer.parseInt(\"x\")", null);
    interpreter.enter("/trace", null);
    assertThat(printed.get(0)).isEqualTo("Nothing was thrown.");
    assertThat(printed.get(1)).contains("NumberFormatException").contains("\tat ");
  }
}
