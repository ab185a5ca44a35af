/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name somebody may have meant. */
final class Nearest {
  private Nearest() {}

  /** The name with the fewest changed letters, if fewer than half of them are changed. */
  static Optional<String> to(String wanted, Collection<String> names) {
    String asked = wanted.toLowerCase(Locale.ROOT);
    return names.stream()
        .min(Comparator.comparingInt(name -> changes(asked, name.toLowerCase(Locale.ROOT))))
        .filter(name -> 2 * changes(asked, name.toLowerCase(Locale.ROOT)) < wanted.length() + 1);
  }

  /** The Levenshtein distance. */
  private static int changes(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
