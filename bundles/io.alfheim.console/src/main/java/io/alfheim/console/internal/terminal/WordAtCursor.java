/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import java.util.List;
import org.jline.reader.CompletingParsedLine;

/**
 * A line as the completion sees it: only the word that ends at the cursor matters.
 *
 * @param word the beginning of the word, up to the cursor
 */
record WordAtCursor(String line, int cursor, String word) implements CompletingParsedLine {

  @Override
  public CharSequence escape(CharSequence candidate, boolean complete) {
    return candidate;
  }

  @Override
  public int rawWordCursor() {
    return word.length();
  }

  @Override
  public int rawWordLength() {
    return word.length();
  }

  @Override
  public int wordCursor() {
    return word.length();
  }

  @Override
  public int wordIndex() {
    return 0;
  }

  @Override
  public List<String> words() {
    return List.of(word);
  }
}
