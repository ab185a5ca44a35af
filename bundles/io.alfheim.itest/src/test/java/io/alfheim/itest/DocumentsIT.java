/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the documents show is what the console does. */
class DocumentsIT {
  private static final Pattern TRANSCRIPT = Pattern.compile("```text\n(.*?)```", Pattern.DOTALL);
  private static final String PROMPT = "alfheim> ";

  /** A line entered and what was shown for it. */
  private record Exchange(String entered, List<String> shown) {}

  @Test
  void theTranscriptOfTheReadmeIsTrue() throws Exception {
    StringBuilder before = new StringBuilder();
    for (Exchange exchange : transcript(Dist.script().resolveSibling("../README.md"))) {
      String line = exchange.entered + "\n";
      if (exchange.shown.isEmpty()) {
        before.append(line);
      } else {
        Finished done = Finished.console(before + line, "--demo", "-");
        assertThat(done.err()).isEmpty();
        assertThat(done.out().stripTrailing().lines().map(String::stripTrailing).toList())
            .as(exchange.entered)
            .isEqualTo(exchange.shown);
      }
    }
  }

  private static List<Exchange> transcript(Path readme) throws Exception {
    Matcher block = TRANSCRIPT.matcher(Files.readString(readme));
    assertThat(block.find()).isTrue();
    List<Exchange> exchanges = new ArrayList<>();
    for (String line : block.group(1).lines().toList()) {
      if (line.startsWith(PROMPT)) {
        exchanges.add(new Exchange(line.substring(PROMPT.length()), new ArrayList<>()));
      } else {
        exchanges.get(exchanges.size() - 1).shown.add(line.stripTrailing());
      }
    }
    return exchanges;
  }

  @Test
  void theTourRunsToItsEnd() throws Exception {
    Path tour = Dist.script().resolveSibling("tour").resolve("first-steps.jsh");
    Finished done = Finished.console("", "--demo", tour.toString());
    assertThat(done.err()).isEmpty();
    assertThat(done.code()).isZero();
    assertThat(done.out())
        .contains("20 sessions")
        .contains("spikes.times is float64")
        .contains("nearest is");
  }
}
