/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import java.util.function.Predicate;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Decides at Enter whether more lines are to come, and at Tab which word is completed. */
final class SnippetParser implements Parser {
  private final Predicate<String> isOpen;

  /**
   * A parser of Java and of commands.
   *
   * @param isOpen whether a text is the beginning of something longer
   */
  SnippetParser(Predicate<String> isOpen) {
    this.isOpen = isOpen;
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE && isJava(line) && isOpen(line)) {
      throw new EOFError(-1, cursor, "more lines are needed");
    }
    int start = cursor;
    while (start > 0 && Character.isJavaIdentifierPart(line.charAt(start - 1))) {
      start--;
    }
    int quoted = QuotedNames.start(line.substring(0, cursor));
    if (quoted >= 0) {
      start = quoted;
    }
    if (line.startsWith("/")) {
      start = line.lastIndexOf(' ', Math.max(0, cursor - 1)) + 1;
    }
    return new WordAtCursor(line, cursor, line.substring(Math.min(start, cursor), cursor));
  }

  /** What cannot be looked at is not waited for: entering it says why. */
  private boolean isOpen(String line) {
    try {
      return isOpen.test(line);
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static boolean isJava(String line) {
    String text = line.strip();
    return !text.isEmpty()
        && !text.endsWith("?")
        && (!text.startsWith("/") || text.startsWith("//") || text.startsWith("/*"));
  }
}
