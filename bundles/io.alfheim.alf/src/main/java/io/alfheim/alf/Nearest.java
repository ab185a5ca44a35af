/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The legal word a person most likely meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The candidate that begins with the fewest single-letter edits from {@code asked}, since people abbreviate;
   * of equals the one that is nearest as a whole, then the first. Case does not matter.
   */
  public static String to(String asked, Collection<String> candidates) {
    String wanted = asked.toLowerCase(Locale.ROOT);
    return candidates.stream()
        .map(word -> Edits.between(wanted, word))
        .min(Comparator.comparingInt(Edits::toItsBeginning).thenComparingInt(Edits::toAll))
        .map(Edits::word)
        .orElse("");
  }

  /** How many letters are added, dropped or replaced, to write a word or a beginning of it. */
  private record Edits(String word, int toItsBeginning, int toAll) {
    static Edits between(String asked, String word) {
      String letters = word.toLowerCase(Locale.ROOT);
      int[] row = new int[letters.length() + 1];
      for (int j = 0; j < row.length; j++) {
        row[j] = j;
      }
      for (int i = 1; i <= asked.length(); i++) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j < row.length; j++) {
          int change = diagonal + (asked.charAt(i - 1) == letters.charAt(j - 1) ? 0 : 1);
          diagonal = row[j];
          row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
        }
      }
      return new Edits(word, Arrays.stream(row).min().orElseThrow(), row[letters.length()]);
    }
  }
}
