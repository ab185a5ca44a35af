/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A condition on a text. An index tests it against its dictionary of terms, never against documents,
 * and looks an exact one up directly.
 *
 * @param text what was asked, for messages
 * @param exact the only text that matches, if there is just one
 * @param condition the condition
 */
public record TextMatch(String text, Optional<String> exact, Predicate<String> condition) {

  /** Matches one text only. */
  public static TextMatch exactly(String text) {
    return new TextMatch(text, Optional.of(text), text::equals);
  }

  /** Matches where a regular expression is found, anywhere in the text. */
  public static TextMatch found(Pattern pattern) {
    return new TextMatch(pattern.pattern(), Optional.empty(), pattern.asPredicate());
  }

  /** Matches whole texts by a regular expression. */
  public static TextMatch whole(Pattern pattern) {
    return new TextMatch(pattern.pattern(), Optional.empty(), pattern.asMatchPredicate());
  }

  /** Matches whole texts, in which wildcards are understood; see {@link Wildcards}. */
  public static TextMatch wildcards(String text) {
    return Wildcards.in(text)
        ? new TextMatch(text, Optional.empty(), Wildcards.pattern(text).asMatchPredicate())
        : exactly(text);
  }

  /** Matches texts that contain another. */
  public static TextMatch containing(String part) {
    return new TextMatch(part, Optional.empty(), text -> text.contains(part));
  }

  /** Matches by any condition; {@code text} describes it. */
  public static TextMatch that(String text, Predicate<String> condition) {
    return new TextMatch(text, Optional.empty(), condition);
  }

  /** Whether a text matches. */
  public boolean test(String candidate) {
    return condition.test(candidate);
  }
}
