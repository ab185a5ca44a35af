/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of the revisions of one file is meant. Labels are compared as plain strings; the unrevised
 * file is before all of them.
 */
final class RevisionRule {
  private static final Comparator<RecordedDataset> BY_LABEL =
      Comparator.comparing(dataset -> dataset.path().revision());

  private RevisionRule() {}

  /** The last one not after the label asked for; without one the default, else the last. */
  static Optional<RecordedDataset> choose(List<RecordedDataset> revisions, Optional<String> asked) {
    if (asked.isPresent()) {
      return revisions.stream()
          .filter(dataset -> dataset.path().revision().compareTo(asked.get()) <= 0)
          .max(BY_LABEL);
    }
    List<RecordedDataset> marked = revisions.stream()
        .filter(dataset -> Boolean.TRUE.equals(dataset.entry().defaultRevision()))
        .toList();
    return marked.size() == 1 ? Optional.of(marked.get(0)) : revisions.stream().max(BY_LABEL);
  }
}
