/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.Choice;
import io.alfheim.catalog.Choice.Candidate;
import io.alfheim.catalog.Choice.Rule;
import io.alfheim.catalog.Choice.Verdict;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.DatasetQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of the revisions of one file is meant. QC comes first; then labels are compared as plain
 * strings, and the unrevised file is before all of them.
 */
final class RevisionRule {
  private static final Comparator<Dataset> BY_LABEL =
      Comparator.comparing(dataset -> dataset.path().revision());

  private final DatasetQuery query;

  RevisionRule(DatasetQuery query) {
    this.query = query;
  }

  /** Chooses among all revisions of a file. */
  Choice choose(String file, List<? extends Dataset> revisions) {
    List<? extends Dataset> good = revisions.stream()
        .filter(dataset -> verdict(dataset) == Verdict.PASSED_OVER)
        .toList();
    Optional<Dataset> last = good.stream().max(BY_LABEL).map(Dataset.class::cast);
    if (last.isEmpty()) {
      return choice(file, revisions, last, Rule.NOTHING_LEFT);
    }
    if (query.asOf().isPresent()) {
      boolean exact = last.get().path().revision().equals(query.asOf().get());
      return choice(file, revisions, last, exact ? Rule.AS_ASKED : Rule.LAST_BEFORE);
    }
    List<? extends Dataset> marked =
        good.stream().filter(dataset -> dataset.isDefault().orElse(false)).toList();
    if (marked.size() == 1) {
      return choice(file, revisions, Optional.of(marked.get(0)), Rule.DEFAULT);
    }
    Rule rule = marked.size() > 1
        ? Rule.SEVERAL_DEFAULTS
        : revisions.size() == 1 ? Rule.ONLY_ONE : Rule.LATEST;
    return choice(file, revisions, last, rule);
  }

  private Choice choice(
      String file, List<? extends Dataset> revisions, Optional<Dataset> chosen, Rule rule) {
    List<Candidate> candidates = revisions.stream()
        .sorted(BY_LABEL)
        .map(dataset -> new Candidate(
            dataset,
            chosen.filter(one -> one == dataset).isPresent() ? Verdict.CHOSEN : verdict(dataset)))
        .toList();
    return new Choice(file, candidates, rule);
  }

  private Verdict verdict(Dataset dataset) {
    if (!query.accepts(dataset.qc())) {
      return dataset.qc().isAtMost(query.worst()) ? Verdict.QC_NOT_SET : Verdict.QC_TOO_BAD;
    }
    boolean late = query
        .asOf()
        .filter(label -> dataset.path().revision().compareTo(label) > 0)
        .isPresent();
    return late ? Verdict.TOO_LATE : Verdict.PASSED_OVER;
  }
}
