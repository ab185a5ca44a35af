/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import io.alfheim.catalog.Choice.Candidate;
import io.alfheim.catalog.Choice.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a selection has what it has. Its text is for a person:
 *
 * <pre>
 * 'spikes.times' in collection 'alf/probe00', session 'SP026/2019-12-11/001'
 *   alf/probe00/spikes.times.npy
 *     - unrevised     PASS      passed over
 *     * #2020-01-08#  PASS      chosen: it is marked as the default revision
 *     - #2021-07-06#  CRITICAL  left out: QC is worse than accepted
 * </pre>
 *
 * @param session key of the session
 * @param query what was asked
 * @param choices what was considered, file by file
 */
public record Explanation(String session, DatasetQuery query, List<Choice> choices) {

  /** Copies the list. */
  public Explanation {
    choices = List.copyOf(choices);
  }

  /** The lines. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add(query + ", session '" + session + "'");
    if (choices.isEmpty()) {
      lines.add("  nothing in the session has such a path");
    }
    for (Choice choice : choices) {
      lines.add("  " + choice.file());
      int width = choice.candidates().stream()
          .mapToInt(candidate -> label(candidate).length())
          .max()
          .orElse(0);
      choice.candidates().forEach(candidate -> lines.add(line(choice, candidate, width)));
    }
    return String.join("\n", lines);
  }

  /** What a person may want to know before using the data, one sentence each; often none. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (Choice choice : choices) {
      choice.chosen().flatMap(chosen -> warning(choice, chosen)).ifPresent(warnings::add);
    }
    List<String> revisions = choices.stream()
        .flatMap(choice -> choice.chosen().stream())
        .map(dataset -> dataset.path().revision())
        .distinct()
        .sorted()
        .toList();
    if (revisions.size() > 1) {
      warnings.add("These are of several revisions: '" + String.join("', '", revisions) + "'.");
    }
    return warnings;
  }

  /** That nobody marked a default is worth a word only where somebody marked something. */
  private static Optional<String> warning(Choice choice, Dataset chosen) {
    List<Candidate> all = choice.candidates();
    boolean marked = all.stream().anyMatch(each -> each.dataset().isDefault().isPresent());
    Optional<Dataset> other = all.stream()
        .filter(each -> each.verdict() != Verdict.CHOSEN)
        .map(Candidate::dataset)
        .filter(dataset -> dataset.isDefault().orElse(false))
        .findFirst();
    return switch (choice.rule()) {
      case LATEST ->
        other
            .map(dataset -> "The default revision '" + dataset + "' has QC " + dataset.qc() + "; '"
                + chosen + "' was taken.")
            .or(() -> marked
                ? Optional.of("No default revision of '" + choice.file() + "' is marked; '" + chosen
                    + "' was taken.")
                : Optional.empty());
      case SEVERAL_DEFAULTS ->
        Optional.of("Several revisions of '" + choice.file() + "' are marked as default; '" + chosen
            + "' was taken.");
      default -> Optional.empty();
    };
  }

  private static String line(Choice choice, Candidate candidate, int width) {
    boolean chosen = candidate.verdict() == Verdict.CHOSEN;
    String label = label(candidate);
    String qc = candidate.dataset().qc().name();
    return "    " + (chosen ? "* " : "- ") + label + " ".repeat(width - label.length()) + "  " + qc
        + " ".repeat(Math.max(0, 8 - qc.length())) + "  " + candidate.verdict()
        + (chosen ? ": " + choice.rule() : "");
  }

  private static String label(Candidate candidate) {
    String revision = candidate.dataset().path().revision();
    return revision.isEmpty() ? "unrevised" : "#" + revision + "#";
  }
}
