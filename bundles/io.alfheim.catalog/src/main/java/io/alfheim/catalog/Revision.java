/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What a revision of a session is: which datasets it has, and which commits brought them. It is
 * protected: its datasets are never replaced.
 *
 * @param session the session
 * @param label without pound signs
 * @param datasets those of the revision, by path
 * @param commits that added one of them, the newest first
 */
public record Revision(
    Session session, String label, List<Dataset> datasets, List<Commit> commits) {

  /** What follows the words of who revised. */
  private static final String WHAT = "\n\nWrite revision #";

  /** Copies the lists. */
  public Revision {
    datasets = List.copyOf(datasets);
    commits = List.copyOf(commits);
  }

  /** The commit that began it, who made it and when. */
  public Optional<Commit> begun() {
    return commits.isEmpty() ? Optional.empty() : Optional.of(commits.get(commits.size() - 1));
  }

  /** Why it was made, as was said then. */
  public String note() {
    String message = begun().map(Commit::message).orElse("");
    int end = message.indexOf(WHAT);
    return end < 0 ? message : message.substring(0, end);
  }

  /** A few lines for people. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Revision #" + label + "# of " + session.key());
    begun()
        .ifPresent(commit -> text.append(": ")
            .append(note())
            .append("\n  by ")
            .append(commit.author())
            .append(", ")
            .append(commit.time()));
    datasets.forEach(dataset -> text.append("\n  ")
        .append(dataset)
        .append(dataset.isDefault().orElse(false) ? "  default" : ""));
    return text.toString();
  }
}
