/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.console.internal.classpath.ExportedPackages;
import io.alfheim.console.internal.render.Display;
import io.alfheim.console.internal.render.Style;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchRunTest {
  @TempDir
  Path folder;

  private final PrintStream realOut = System.out;
  private final PrintStream realErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(out, true, UTF_8));
    System.setErr(new PrintStream(err, true, UTF_8));
  }

  @AfterEach
  void giveBack() {
    System.setOut(realOut);
    System.setErr(realErr);
  }

  private int run(String text, @Nullable String file) throws Exception {
    return run(List.of(text), file);
  }

  private int run(List<String> texts, @Nullable String file) throws Exception {
    Display display = new Display(Style.PLAIN, () -> 100, List::of);
    Vocabulary vocabulary = new Vocabulary(List::of, List.of(), name -> true);
    try (RunningFramework framework = RunningFramework.in(folder);
        ExportedPackages packages = new ExportedPackages(framework.context());
        SessionSource sessions = new SessionSource(packages, List::of, vocabulary)) {
      BatchInput input = new BatchInput(texts, file, List.of());
      return new BatchRun(sessions, display, display).run(input);
    }
  }

  @Test
  void theLastValueIsPrinted() throws Exception {
    assertThat(run("int a = 40;\na + 2", null)).isZero();
    assertThat(out.toString(UTF_8).strip()).isEqualTo("42");
  }

  @Test
  void severalTextsAreRunInTurn() throws Exception {
    assertThat(run(List.of("int a = 3", "-a"), null)).isZero();
    assertThat(out.toString(UTF_8).strip()).isEqualTo("-3");
  }

  @Test
  void anExceptionThatFailsToSayWhatItIsEndsTheRunAllTheSame() throws Exception {
    String mute = "class Mute extends RuntimeException {"
        + " public String getMessage() { throw new IllegalStateException(\"no\"); } }";
    assertThat(run(List.of(mute, "throw new Mute()", "5"), null)).isEqualTo(1);
    assertThat(err.toString(UTF_8).strip()).isEqualTo("Mute");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void anAnswerThatCannotBeFoundIsAnError() throws Exception {
    assertThat(run(Sessions.LOST + "new Lost()", null)).isEqualTo(1);
    assertThat(out.toString(UTF_8)).isEmpty();
    assertThat(err.toString(UTF_8)).contains("No session 'SP26'.").contains("See sessions().");
  }

  @Test
  void aVariableThatNobodyPrintsIsNotLookedUp() throws Exception {
    assertThat(run(Sessions.LOST + "var l = new Lost();", "a.jsh")).isZero();
    assertThat(err.toString(UTF_8)).isEmpty();
  }
}
