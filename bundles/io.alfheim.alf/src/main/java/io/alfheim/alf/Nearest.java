/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The legal word a person most likely meant. */
public final class Nearest {
  private Nearest() {}

  /** The candidate with the fewest single-letter edits from {@code asked}, case aside; the first of equals. */
  public static String to(String asked, Collection<String> candidates) {
    String wanted = asked.toLowerCase(Locale.ROOT);
    return candidates.stream()
        .min(Comparator.comparingInt(word -> edits(wanted, word.toLowerCase(Locale.ROOT))))
        .orElse("");
  }

  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
