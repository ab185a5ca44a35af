/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types in what the page for those who come from ONE says. */
class ComingFromOneTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| .* \\| `([^`]+)` \\|$", Pattern.MULTILINE);

  @TempDir
  Path temporary;

  private static List<String> calls() throws IOException {
    Path page = Path.of("../io.alfheim.one/coming-from-one.md");
    Matcher rows = ROW.matcher(Files.readString(page));
    return rows.results().map(row -> row.group(1)).toList();
  }

  @Test
  void everyCallOfThePageRuns() throws Exception {
    assertThat(calls()).hasSizeGreaterThan(35);
    try (SmallLab lab = new SmallLab(temporary);
        JShell shell = JShell.builder().executionEngine("local").build()) {
      lab.npy("alf/spikes.times.npy", 1)
          .npy("alf/#2020-01-01#/spikes.times.npy", 2)
          .npy("alf/spikes.clusters.npy", 0)
          .npy("alf/clusters.depths.npy", 10)
          .npy("wheel.position.npy", 1, 2, 3);
      HeldOne.one = lab.one();
      shell.addToClasspath(System.getProperty("java.class.path"));
      for (String line : List.of(
          "import java.util.*;",
          "import io.alfheim.alf.*;",
          "var one = io.alfheim.one.HeldOne.one;",
          "String eid = \"" + SmallLab.EID + "\";")) {
        run(shell, line);
      }
      for (String call : calls()) {
        run(shell, call + ";");
      }
    }
  }

  private static void run(JShell shell, String line) {
    String left = line;
    while (!left.isBlank()) {
      SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(left);
      for (SnippetEvent event : shell.eval(next.source())) {
        assertThat(event.exception()).as(line).isNull();
        assertThat(event.status()).as(line).isEqualTo(Snippet.Status.VALID);
      }
      left = next.remaining();
    }
  }
}
