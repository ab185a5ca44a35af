/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.Nearest;
import io.alfheim.catalog.AmbiguousException;
import io.alfheim.catalog.AmbiguousException.Kind;
import io.alfheim.catalog.Choice;
import io.alfheim.catalog.Choice.Candidate;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.DatasetQuery;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.Selection;
import java.util.List;
import java.util.stream.Collectors;

/** Says what is wrong with a selection that has too little or too much. */
final class SelectionTrouble {
  private static final int SHOWN = 4;

  private final Selection selection;
  private final RecordedSession session;
  private final DatasetQuery query;

  SelectionTrouble(Selection selection, RecordedSession session) {
    this.selection = selection;
    this.session = session;
    this.query = selection.query();
  }

  NoSuchDatasetException noDataset() {
    return missing("dataset", nearestDataset());
  }

  NoSuchDatasetException noObject() {
    return missing("object", nearestDataset());
  }

  NoSuchDatasetException nothing() {
    return query.where().isEmpty()
        ? missing("collection", Nearest.to(query.asked(), session.collections()))
        : noDataset();
  }

  private String nearestDataset() {
    return NearestDataset.to(
        query.asked(), session.datasets().stream().map(Dataset::path).toList());
  }

  private NoSuchDatasetException missing(String kind, String nearest) {
    String start = "No " + kind + " " + query + " in session '" + session.key() + "'";
    List<Candidate> refused = selection.choices().stream()
        .flatMap(choice -> choice.candidates().stream())
        .toList();
    if (!refused.isEmpty()) {
      Candidate first = refused.get(0);
      return new NoSuchDatasetException(
          start + ": '" + first.dataset() + "' has QC " + first.dataset().qc() + " and is "
              + first.verdict() + others(refused) + ".",
          "Ask for another revision or accept a worse QC; explain() tells why each is left out.");
    }
    boolean none = session.datasets().isEmpty();
    return new NoSuchDatasetException(
        start + (none ? ", which has no datasets." : "; nearest is '" + nearest + "'."),
        session.whereToLook("datasets"));
  }

  private static String others(List<Candidate> refused) {
    return refused.size() == 1 ? "" : ", as are " + (refused.size() - 1) + " others";
  }

  AmbiguousException several(String what, Kind kind, List<Dataset> found) {
    List<String> paths = found.stream().map(Dataset::toString).toList();
    return new AmbiguousException(
        kind,
        what + query + " fits " + found.size() + " datasets of session '" + session.key() + "': "
            + shown(paths) + ".",
        oneOf(kind, found),
        paths);
  }

  /** What is at the top of a session has no collection to name. */
  private static String oneOf(Kind kind, List<Dataset> found) {
    DatasetPath one = found.stream()
        .map(Dataset::path)
        .filter(path -> !path.collection().isEmpty())
        .findFirst()
        .orElse(found.get(0).path());
    return switch (kind) {
      case COLLECTION ->
        "Name the collection, for example \"" + one.collection() + "\", or write the whole path.";
      case OBJECT -> "Name one of the objects, for example \"" + one.name().object() + "\".";
      default -> "Write the whole path, for example \"" + one + "\".";
    };
  }

  AmbiguousException severalDefaults(Choice choice) {
    List<String> paths = choice.candidates().stream()
        .map(candidate -> candidate.dataset())
        .filter(dataset -> dataset.isDefault().orElse(false))
        .map(Dataset::toString)
        .toList();
    return new AmbiguousException(
        Kind.REVISION,
        "'" + choice.file() + "' of session '" + session.key() + "' has " + paths.size()
            + " default revisions: " + shown(paths) + ".",
        "Ask for one of these revisions, or mark one as the default.",
        paths);
  }

  private static String shown(List<String> paths) {
    String first = paths.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return paths.size() > SHOWN ? first + ", …" : first;
  }
}
