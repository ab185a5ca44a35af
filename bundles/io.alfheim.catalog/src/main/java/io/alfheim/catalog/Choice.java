/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import java.util.List;
import java.util.Optional;

/**
 * Which revision of one file was chosen, and why.
 *
 * @param file the path without a revision
 * @param candidates all its revisions, sorted by label, each with the verdict on it
 * @param rule what decided
 */
public record Choice(String file, List<Candidate> candidates, Rule rule) {

  /** Copies the list. */
  public Choice {
    candidates = List.copyOf(candidates);
  }

  /** The dataset chosen, if any. */
  public Optional<Dataset> chosen() {
    return candidates.stream()
        .filter(candidate -> candidate.verdict() == Verdict.CHOSEN)
        .map(Candidate::dataset)
        .findFirst();
  }

  /**
   * One revision of the file.
   *
   * @param dataset the dataset
   * @param verdict what became of it
   */
  public record Candidate(Dataset dataset, Verdict verdict) {}

  /** What became of a revision. */
  public enum Verdict {
    /** It is the one. */
    CHOSEN("chosen"),
    /** Its QC is worse than accepted. */
    QC_TOO_BAD("left out: QC is worse than accepted"),
    /** It has no QC, and one was asked for. */
    QC_NOT_SET("left out: no QC was done"),
    /** Its label is after the one asked for. */
    TOO_LATE("left out: after the revision asked for"),
    /** Another revision was preferred. */
    PASSED_OVER("passed over");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** What decides between revisions. */
  public enum Rule {
    /** Nothing was left to choose from. */
    NOTHING_LEFT("no revision is left to choose from"),
    /** There was no other. */
    ONLY_ONE("it is the only one"),
    /** The revision asked for is there. */
    AS_ASKED("it is the revision asked for"),
    /** The last before the one asked for, in plain string order. */
    LAST_BEFORE("it is the last revision before the one asked for, in plain string order"),
    /** It is marked as the default. */
    DEFAULT("it is marked as the default revision"),
    /** None is marked, so the greatest label. */
    LATEST("no default revision is marked, and it has the greatest label in plain string order"),
    /** Several are marked, so the greatest label. */
    SEVERAL_DEFAULTS("several are marked as default, and it has the greatest label of all");

    private final String words;

    Rule(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
