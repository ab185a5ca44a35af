/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.Nearest;
import io.alfheim.catalog.Change;
import io.alfheim.catalog.Commit;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.Revision;
import java.util.List;

/** Describes revisions of a session from the history of the record. */
record RevisionHistory(RecordedSession session) {

  Revision describe(String label) {
    List<Dataset> datasets = session.datasets().stream()
        .filter(dataset -> dataset.path().revision().equals(label))
        .toList();
    if (datasets.isEmpty()) {
      throw missing(label);
    }
    List<Commit> commits =
        session.log().stream().filter(commit -> adds(commit, label)).toList();
    return new Revision(session, label, datasets, commits);
  }

  private static boolean adds(Commit commit, String label) {
    return commit.changes().list().stream()
        .filter(change -> change.kind() == Change.Kind.ADDED)
        .anyMatch(change -> DatasetPath.find(change.dataset())
            .filter(p -> p.revision().equals(label))
            .isPresent());
  }

  private NoSuchDatasetException missing(String label) {
    List<String> known =
        session.revisions().stream().filter(name -> !name.isEmpty()).toList();
    return new NoSuchDatasetException(
        "No dataset of session '" + session.key() + "' has revision '" + label + "'"
            + (known.isEmpty()
                ? "; none has any."
                : "; nearest is '" + Nearest.to(label, known) + "'."),
        session.whereToLook("revisions"));
  }
}
