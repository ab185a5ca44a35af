/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.spi.TextMatch;
import java.util.regex.Pattern;

/** Names in which {@code *} stands for any characters and {@code ?} for one. */
final class Wildcards {
  private Wildcards() {}

  static boolean in(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  /** Matches whole names. */
  static TextMatch match(String text) {
    return in(text)
        ? TextMatch.that(text, pattern(text).asMatchPredicate())
        : TextMatch.exactly(text);
  }

  static Pattern pattern(String text) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
