/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.AlfName;
import io.alfheim.catalog.spi.TextMatch;
import io.alfheim.catalog.spi.Wildcards;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What people write for a dataset, as a condition on file names: the whole name; object and attribute
 * ({@code spikes.times}); an object alone; or a pattern. A namespace that is not written may be any,
 * and so may the extension and the extra parts.
 */
final class DatasetNames {
  private DatasetNames() {}

  static TextMatch match(String text) {
    if (Wildcards.in(text)) {
      Predicate<String> pattern = Wildcards.pattern(text).asMatchPredicate();
      return TextMatch.that(text, name -> pattern.test(name) || pattern.test(plain(name)));
    }
    if (AlfName.isValid(text)) {
      return TextMatch.exactly(text);
    }
    boolean objectOnly = text.indexOf('.') < 0;
    Optional<AlfName> wanted = AlfName.find(text + (objectOnly ? ".a.x" : ".x"));
    return wanted
        .map(w -> TextMatch.that(text, name -> fits(w, objectOnly, name)))
        .orElseGet(() -> TextMatch.exactly(text));
  }

  private static boolean fits(AlfName wanted, boolean objectOnly, String candidate) {
    return AlfName.find(candidate)
        .filter(name -> fits(wanted, objectOnly, name))
        .isPresent();
  }

  private static boolean fits(AlfName wanted, boolean objectOnly, AlfName name) {
    return name.object().equals(wanted.object())
        && (wanted.namespace().isEmpty() || name.namespace().equals(wanted.namespace()))
        && (objectOnly
            || (name.attribute().equals(wanted.attribute())
                && name.timescale().equals(wanted.timescale())));
  }

  /** The name without its namespace. */
  static String plain(String name) {
    int end = name.startsWith("_") ? name.indexOf('_', 1) : -1;
    return end < 0 ? name : name.substring(end + 1);
  }
}
