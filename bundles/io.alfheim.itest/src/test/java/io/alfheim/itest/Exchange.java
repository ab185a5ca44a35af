/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/**
 * One exchange with the console, as a document shows it.
 *
 * @param entered the line after the prompt
 * @param shown the lines that were shown for it
 */
record Exchange(String entered, List<String> shown) {
  private static final String PROMPT = "alfheim> ";

  /** All exchanges of a transcript. */
  static List<Exchange> of(CodeBlock transcript) {
    assertThat(transcript.text()).as("%s begins with a prompt", transcript).startsWith(PROMPT);
    List<Exchange> exchanges = new ArrayList<>();
    for (String line : transcript.text().lines().toList()) {
      if (line.startsWith(PROMPT)) {
        exchanges.add(new Exchange(line.substring(PROMPT.length()), new ArrayList<>()));
      } else {
        exchanges.get(exchanges.size() - 1).shown.add(line.stripTrailing());
      }
    }
    return exchanges;
  }
}
