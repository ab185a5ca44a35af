/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.catalog.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private long nanos;

  private ProgressBar bar(long total) {
    return new ProgressBar("Reading", total, out, () -> nanos);
  }

  private String shown() {
    String shown = bytes.toString(StandardCharsets.UTF_8);
    bytes.reset();
    return shown;
  }

  @Test
  void whatIsOverSoonShowsNothing() {
    try (Progress.Task task = bar(10)) {
      nanos = 100_000_000;
      task.advance(10);
    }
    assertThat(shown()).isEmpty();
  }

  @Test
  void showsTheShareAndTheTimeLeft() {
    Progress.Task task = bar(1000);
    nanos = 1_000_000_000;
    task.advance(250);
    assertThat(shown())
        .isEqualTo("\r\033[KReading  [######..................]  25%  250 of 1,000  3 s left");
  }

  @Test
  void withoutATotalTheStepsAreCounted() {
    Progress.Task task = bar(-1);
    nanos = 2_000_000_000L;
    task.advance(1250);
    assertThat(shown()).isEqualTo("\r\033[KReading  1,250  2 s");
  }

  @Test
  void itIsNotDrawnMoreOftenThanItCanBeRead() {
    Progress.Task task = bar(1000);
    nanos = 1_000_000_000;
    task.advance(1);
    nanos += 1_000_000;
    task.advance(1);
    assertThat(shown().split("\r", -1)).hasSize(2);
  }

  @Test
  void atTheEndItIsGone() {
    Progress.Task task = bar(10);
    nanos = 1_000_000_000;
    task.advance(5);
    shown();
    task.close();
    assertThat(shown()).isEqualTo("\r\033[K");
    task.advance(1);
    assertThat(shown()).isEmpty();
  }

  @Test
  void withoutATerminalNothingIsShown() {
    Progress.Task task = new TerminalProgress(false, out).begin("Reading", 1);
    task.advance(1);
    task.close();
    assertThat(shown()).isEmpty();
  }
}
