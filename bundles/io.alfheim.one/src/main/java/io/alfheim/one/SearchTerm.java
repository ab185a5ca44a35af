/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import io.alfheim.alf.Nearest;
import io.alfheim.catalog.AmbiguousException;
import io.alfheim.catalog.AmbiguousException.Kind;
import io.alfheim.catalog.CatalogException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What sessions can be searched by. */
enum SearchTerm {
  DATASETS,
  DATE_RANGE,
  DATASET_QC_LTE,
  LABORATORY,
  NUMBER,
  PROJECTS,
  SUBJECT,
  TASK_PROTOCOL;

  /** The names of all. */
  static List<String> names() {
    return Stream.of(values()).map(SearchTerm::toString).toList();
  }

  /** The term of a name, or of the beginning of one, in any case. */
  static SearchTerm of(String text) {
    String asked = text.toLowerCase(Locale.ROOT);
    List<SearchTerm> found = Stream.of(values())
        .filter(term -> term.toString().startsWith(asked))
        .filter(term -> !asked.isEmpty())
        .toList();
    for (SearchTerm term : found) {
      if (term.toString().equals(asked)) {
        return term;
      }
    }
    if (found.size() > 1) {
      List<String> names = found.stream().map(SearchTerm::toString).toList();
      throw new AmbiguousException(
          Kind.TERM,
          "'" + text + "' may be any of the search terms " + String.join(", ", names) + ".",
          "Write more of the one that is meant.",
          names);
    }
    return found.stream().findFirst().orElseThrow(() -> unknown(text));
  }

  private static CatalogException unknown(String text) {
    return new CatalogException(
        "There is no search term '" + text + "'; nearest is '" + Nearest.to(text, names()) + "'.",
        "Terms: " + String.join(", ", names()) + ".");
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
