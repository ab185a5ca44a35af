/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import io.alfheim.catalog.Change.Kind;
import io.alfheim.catalog.Diff.Summary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says how much changed: {@code 1 session added, 2 changed: 3 datasets added, 1 other content}. */
final class SummaryWords {
  private static final Map<Kind, String> WORDS = new EnumMap<>(Map.of(
      Kind.ADDED, "added",
      Kind.REMOVED, "removed",
      Kind.CONTENT, "with other content",
      Kind.QC, "with another QC",
      Kind.MOVED, "moved",
      Kind.DEFAULT_REVISION, "with another default revision",
      Kind.DETAILS, "with other details"));

  private SummaryWords() {}

  static String of(Summary summary) {
    List<String> sessions = new ArrayList<>();
    add(sessions, summary.sessionsAdded(), "session", "added");
    add(sessions, summary.sessionsRemoved(), "session", "removed");
    add(sessions, summary.sessionsChanged(), "session", "changed");
    List<String> datasets = new ArrayList<>();
    WORDS.forEach((kind, words) -> add(datasets, summary.count(kind), "dataset", words));
    return sessions.isEmpty()
        ? "no difference"
        : String.join(", ", sessions)
            + (datasets.isEmpty() ? "" : ": " + String.join(", ", datasets));
  }

  /** Names the thing once only, with the first of several. */
  private static void add(List<String> to, long n, String thing, String words) {
    if (n > 0) {
      String name = to.isEmpty() ? " " + thing + (n == 1 ? "" : "s") : "";
      to.add(String.format(Locale.ROOT, "%,d%s %s", n, name, words));
    }
  }
}
