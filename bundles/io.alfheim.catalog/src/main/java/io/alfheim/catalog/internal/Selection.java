/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.Nearest;
import io.alfheim.catalog.AmbiguousException;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.Scope;
import io.alfheim.catalog.spi.TextMatch;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses datasets of one session: by name and collection, then by QC, then by revision. */
final class Selection {
  private final RecordedSession session;
  private final Scope scope;
  private final Optional<TextMatch> collection;

  Selection(RecordedSession session, Scope scope) {
    this.session = session;
    this.scope = scope;
    this.collection = scope.collection().map(Wildcards::match);
  }

  /** Everything of a name, in all revisions, whatever its QC. */
  List<Dataset> all(String name) {
    Wanted wanted = Wanted.parse(name);
    return session.datasets().stream()
        .filter(dataset -> wanted.fits(dataset.path()))
        .toList();
  }

  /** The one dataset of a name. */
  Dataset one(String name) {
    Wanted wanted = Wanted.parse(name);
    List<RecordedDataset> found = wanted.revision().isPresent()
        ? candidates(dataset -> wanted.fits(dataset.path())).toList()
        : resolved(dataset -> wanted.fits(dataset.path()));
    if (found.isEmpty()) {
      throw missing("dataset", name, found(Dataset::toString));
    }
    if (found.size() > 1) {
      throw ambiguous("'" + name + "'", found);
    }
    return found.get(0);
  }

  /** The datasets that fit, each in one revision, sorted by file. */
  List<RecordedDataset> resolved(Predicate<RecordedDataset> fits) {
    Map<String, List<RecordedDataset>> byFile = candidates(fits)
        .collect(Collectors.groupingBy(
            dataset -> dataset.path().unrevised(), LinkedHashMap::new, Collectors.toList()));
    return byFile.values().stream()
        .flatMap(revisions -> RevisionRule.choose(revisions, scope.revision()).stream())
        .sorted(Comparator.comparing(dataset -> dataset.path().unrevised()))
        .toList();
  }

  private Stream<RecordedDataset> candidates(Predicate<RecordedDataset> fits) {
    return session.datasets().stream()
        .map(RecordedDataset.class::cast)
        .filter(dataset -> dataset.entry().present() && dataset.qc().isAtMost(scope.worst()))
        .filter(dataset ->
            collection.map(match -> match.test(dataset.path().collection())).orElse(true))
        .filter(fits);
  }

  private Collection<String> found(java.util.function.Function<Dataset, String> name) {
    return session.datasets().stream().map(name).distinct().toList();
  }

  AmbiguousException ambiguous(String what, List<RecordedDataset> found) {
    List<String> paths = found.stream().map(RecordedDataset::toString).toList();
    return new AmbiguousException(
        what + " fits " + found.size() + " datasets of session '" + session.key() + "': "
            + shown(paths) + ".",
        "Name the collection, for example \"" + found.get(0).path().collection()
            + "\", or write the whole path.",
        paths);
  }

  NoSuchDatasetException missing(String kind, String name, Collection<String> known) {
    String where = scope.collection().map(c -> " in collection '" + c + "'").orElse("")
        + scope.revision().map(r -> " not after revision '" + r + "'").orElse("");
    String nearest = Nearest.to(name, known);
    return new NoSuchDatasetException(
        "No " + kind + " '" + name + "'" + where + " in session '" + session.key() + "'"
            + (nearest.isEmpty() ? ", which has no datasets." : "; nearest is '" + nearest + "'."),
        "List them: datasets(\"" + session.key() + "\").");
  }

  private static String shown(List<String> paths) {
    int most = 4;
    String first = paths.stream().limit(most).collect(Collectors.joining(", "));
    return paths.size() > most ? first + ", …" : first;
  }
}
