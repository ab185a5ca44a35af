/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.DatasetPath;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a new revision the default one of its files, by marks only where it is not so by rule. */
final class DefaultMarks {
  private DefaultMarks() {}

  static SessionEntry putOn(SessionEntry session, String revision, List<NewFile> files) {
    Set<String> wanted = files.stream()
        .map(file -> file.path().unrevised())
        .filter(file -> needsMarks(session, file, revision))
        .collect(Collectors.toSet());
    return wanted.isEmpty()
        ? session
        : session.withDatasets(session.datasets().stream()
            .map(dataset -> marked(dataset, wanted, revision))
            .toList());
  }

  /** By rule the greatest label is the default, where nothing is marked. */
  private static boolean needsMarks(SessionEntry session, String file, String revision) {
    return session.datasets().stream()
        .filter(dataset -> DatasetPath.parse(dataset.path()).unrevised().equals(file))
        .anyMatch(dataset -> dataset.defaultRevision() != null
            || DatasetPath.parse(dataset.path()).revision().compareTo(revision) > 0);
  }

  private static DatasetEntry marked(DatasetEntry dataset, Set<String> wanted, String revision) {
    DatasetPath path = DatasetPath.parse(dataset.path());
    return wanted.contains(path.unrevised())
        ? dataset.withDefault(path.revision().equals(revision))
        : dataset;
  }
}
