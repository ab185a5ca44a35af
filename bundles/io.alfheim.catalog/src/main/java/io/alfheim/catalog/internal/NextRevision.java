/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.AlfException;
import io.alfheim.alf.AlfName;
import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.Nearest;
import io.alfheim.catalog.AmbiguousException;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a new revision of a dataset goes, and what it may be called. */
record NextRevision(RecordedSession session) {

  /** The label, if it can be one. */
  static String requireLabel(String label) {
    if (label.isEmpty()) {
      throw new CatalogException(
          "A revision needs a label.",
          "Name it by the day, for example: revise(\"2024-05-01\", …).");
    }
    // Refuses what no folder could be called.
    return new DatasetPath("", label, AlfName.parse("a.b.c")).revision();
  }

  /** The path of what a name stands for in the newest state of the session, in a revision. */
  DatasetPath path(String name, String label) {
    SessionEntry known = known();
    Wanted wanted = Wanted.parse(name);
    List<String> files =
        paths(known).filter(wanted::fits).map(DatasetPath::unrevised).distinct().toList();
    if (files.size() > 1) {
      throw new AmbiguousException(
          "'" + name + "' of session '" + session.key() + "' may be " + files.size() + " datasets: "
              + String.join(", ", files) + ".",
          "Write the whole path of one.",
          files);
    }
    DatasetPath path = files.isEmpty() ? fresh(name, known) : DatasetPath.parse(files.get(0));
    DatasetPath revised = path.withRevision(label);
    requireFree(revised, known);
    return revised;
  }

  private SessionEntry known() {
    try {
      return new Additions(session.catalog().backends()).known(session.entry());
    } catch (IOException e) {
      throw Failure.of("The record of session '" + session.key() + "' cannot be read", e);
    }
  }

  private static Stream<DatasetPath> paths(SessionEntry known) {
    return known.datasets().stream()
        .map(DatasetEntry::path)
        .map(DatasetPath::find)
        .flatMap(Optional::stream);
  }

  private DatasetPath fresh(String name, SessionEntry known) {
    try {
      return DatasetPath.parse(name).withRevision("");
    } catch (AlfException e) {
      String nearest = Nearest.to(name, paths(known).map(DatasetPath::unrevised).toList());
      throw new NoSuchDatasetException(
          "No dataset '" + name + "' in session '" + session.key() + "' to be revised"
              + (nearest.isEmpty() ? "." : "; nearest is '" + nearest + "'."),
          "Write the whole path of a dataset that is new: put(\"alf/spikes.times.npy\", …).");
    }
  }

  private static void requireFree(DatasetPath revised, SessionEntry known) {
    for (DatasetEntry dataset : known.datasets()) {
      if (dataset.present() && dataset.path().equals(revised.toString())) {
        throw Additions.exists(known, dataset);
      }
    }
  }

  /** The label itself, or the first after it that the file does not have: with a letter more. */
  static String free(SessionEntry session, DatasetPath file, String label) {
    Set<String> taken =
        session.datasets().stream().map(DatasetEntry::path).collect(Collectors.toSet());
    String next = label;
    char letter = 'a';
    while (taken.contains(file.withRevision(next).toString())) {
      next = label + letter;
      if (letter == 'z') {
        return free(session, file, next);
      }
      letter++;
    }
    return next;
  }
}
