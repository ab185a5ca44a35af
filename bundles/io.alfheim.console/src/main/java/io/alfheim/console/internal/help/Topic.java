/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.help;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One thing that can be explained.
 *
 * @param group the heading it stands under
 * @param usage its name and what goes with it: {@code load(session, dataset)}
 * @param text the explanation
 * @param examples lines that run on the demo catalog, each alone
 */
public record Topic(String group, String usage, List<String> text, List<String> examples) {
  private static final Pattern END = Pattern.compile("[.:;](?= |$)");

  /** The name without what goes with it. */
  public String name() {
    int end = usage.indexOf('(');
    return end < 0 ? usage : usage.substring(0, end);
  }

  /** The first sentence, or less. */
  String summary() {
    return END.split(String.join(" ", text), 2)[0];
  }

  /** Whether its text names a word of code: {@code catalog.word(…)} or {@code .word(…)}. */
  boolean mentions(String word) {
    return text.stream().anyMatch(line -> line.contains("." + word + "("));
  }

  @Override
  public String toString() {
    String example = String.join("\n  ", examples);
    return usage + "\n" + String.join("\n", text) + "\n\nFor example:\n  " + example;
  }
}
