/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Between words as people write them and the lower camel case of names; acronyms survive both ways. */
public final class AlfWords {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[_\\s]+");
  private static final Pattern ACRONYM =
      Pattern.compile("[^\\p{Ll}]*\\p{Lu}[^\\p{Ll}]*|\\p{Lu}{2,}s");
  private static final Pattern CAMEL_WORD =
      Pattern.compile("\\p{Lu}{2,}s(?![\\p{Ll}])|\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?[^\\p{Lu}]+");

  private AlfWords() {}

  /**
   * Joins words to lower camel case: {@code motion_energy} to {@code motionEnergy}, {@code passive_RFM} to {@code
   * passiveRFM}. Of a single word only the first letter is lowered: {@code FooBarBaz} to {@code fooBarBaz}.
   */
  public static String camelCase(String text) {
    List<String> words =
        BETWEEN_WORDS.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    if (words.size() == 1) {
      return startingLower(words.get(0));
    }
    StringBuilder out = new StringBuilder();
    for (String word : words) {
      if (ACRONYM.matcher(word).matches()) {
        out.append(word);
      } else {
        String lower = word.toLowerCase(Locale.ROOT);
        out.append(out.length() == 0 ? lower : startingUpper(lower));
      }
    }
    return out.toString();
  }

  /** Parts camel case into words for display: {@code someROIsDataset} to {@code some ROIs dataset}. */
  public static String readable(String name) {
    return CAMEL_WORD
        .matcher(name)
        .results()
        .map(MatchResult::group)
        .flatMap(word -> BETWEEN_WORDS.splitAsStream(word))
        .filter(word -> !word.isEmpty())
        .map(word -> ACRONYM.matcher(word).matches() ? word : word.toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  /** As {@link #readable}, with its first letter in upper case: {@code fooBAR} to {@code Foo BAR}. */
  public static String readableTitle(String name) {
    return startingUpper(readable(name));
  }

  private static String startingLower(String word) {
    int end = word.isEmpty() ? 0 : word.offsetByCodePoints(0, 1);
    return word.substring(0, end).toLowerCase(Locale.ROOT) + word.substring(end);
  }

  private static String startingUpper(String word) {
    int end = word.isEmpty() ? 0 : word.offsetByCodePoints(0, 1);
    return word.substring(0, end).toUpperCase(Locale.ROOT) + word.substring(end);
  }
}
