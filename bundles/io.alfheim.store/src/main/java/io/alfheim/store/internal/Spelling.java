/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that a person most likely meant. */
final class Spelling {
  private Spelling() {}

  /**
   * The known name with the fewest letters to change, if more than half of them stay. Case, dashes and
   * underscores do not matter.
   */
  static Optional<String> nearest(String asked, Collection<String> known) {
    String wanted = letters(asked);
    return known.stream()
        .filter(name -> 2 * changes(wanted, letters(name)) < name.length())
        .min(Comparator.comparingInt((String name) -> changes(wanted, letters(name)))
            .thenComparing(Comparator.naturalOrder()));
  }

  private static String letters(String name) {
    return name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
  }

  private static int changes(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
