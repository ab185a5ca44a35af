/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

import io.alfheim.catalog.CatalogException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Names as a shell matches them: {@code *} stands for any characters, {@code ?} for one, {@code [abc]}
 * and {@code [a-z]} for one of these, {@code [!abc]} for one that is none of these. A bracket that is
 * never closed stands for itself; a range that goes backwards is an error.
 */
public final class Wildcards {
  private static final String ANY = ".*";

  private Wildcards() {}

  /** Whether a text is a pattern. */
  public static boolean in(String text) {
    return text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
  }

  /** Matches what the text stands for. */
  public static Pattern pattern(String text) {
    return pattern(text, ANY);
  }

  /** As {@link #pattern(String)}, where a {@code *} in front does not go beyond a {@code /}. */
  public static Pattern patternInFolder(String text) {
    return pattern(text, "[^/]*");
  }

  private static Pattern pattern(String text, String first) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int end = c == '[' ? text.indexOf(']', i + (text.startsWith("[!", i) ? 3 : 2)) : -1;
      if (end > 0) {
        regex.append(oneOf(text.substring(i + 1, end)));
        i = end;
      } else {
        regex.append(c == '*' ? i == 0 ? first : ANY : c == '?' ? "." : literal(c));
      }
    }
    try {
      return Pattern.compile(regex.toString(), Pattern.DOTALL);
    } catch (PatternSyntaxException e) {
      throw new CatalogException(
          "'" + text + "' is no pattern: the characters in its brackets are no range.",
          "Ranges go from the lesser to the greater, as in [a-z]; a - of its own stands last.",
          e);
    }
  }

  private static String oneOf(String characters) {
    boolean none = characters.startsWith("!");
    String bare = none ? characters.substring(1) : characters;
    return (none ? "[^" : "[") + bare.replaceAll("[\\[\\]\\\\^&]", "\\\\$0") + "]";
  }

  private static String literal(char c) {
    return Character.isLetterOrDigit(c) ? String.valueOf(c) : "\\" + c;
  }
}
