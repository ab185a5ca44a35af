/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.internal;

import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.spi.TextMatch;
import io.alfheim.catalog.spi.Wildcards;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * How ONE reads the texts it is given. With wildcards, filters are shell patterns and search terms are
 * regular expressions; without, filters are regular expressions and search terms are plain text.
 *
 * @param wildcards which of the two
 */
public record Patterns(boolean wildcards) {

  /** A condition on one part of a path, which must match whole; empty text for its absence. */
  public TextMatch part(String text) {
    if (text.isEmpty()) {
      return TextMatch.exactly(text);
    }
    return wildcards ? TextMatch.wildcards(text) : TextMatch.whole(regex(text));
  }

  /** A condition on the path of a dataset, or any end of it that begins after a slash. */
  public TextMatch filename(String text) {
    Pattern pattern = wildcards ? Wildcards.patternInFolder(text) : regex(text);
    return TextMatch.that(text, path -> endMatches(pattern, path));
  }

  private static boolean endMatches(Pattern pattern, String path) {
    int from = 0;
    do {
      if (pattern.matcher(path).region(from, path.length()).matches()) {
        return true;
      }
      from = path.indexOf('/', from) + 1;
    } while (from > 0);
    return false;
  }

  /** A condition on a field of sessions, which may match anywhere in it. */
  public TextMatch term(String text) {
    return wildcards ? TextMatch.found(regex(text)) : TextMatch.containing(text);
  }

  /** A regular expression as Python writes it. */
  public static Pattern regex(String text) {
    try {
      return Pattern.compile(text.replace("(?P<", "(?<").replace("\\Z", "\\z"));
    } catch (PatternSyntaxException e) {
      throw new CatalogException(
          "'" + text + "' is not a regular expression: " + e.getDescription() + " at "
              + (e.getIndex() + 1) + ".",
          "Put a backslash before characters that stand for themselves, or ask without wildcards.",
          e);
    }
  }
}
