/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.alfheim.catalog.AmbiguousException.Kind;
import io.alfheim.catalog.Choice;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.DatasetQuery;
import io.alfheim.catalog.Explanation;
import io.alfheim.catalog.Selection;
import io.alfheim.catalog.Session;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Chooses datasets of one session: by path, then by QC, then by revision. */
final class SessionSelection implements Selection {
  private static final Comparator<Dataset> BY_PATH = Comparator.comparing(Dataset::path);

  private final RecordedSession session;
  private final DatasetQuery query;
  private final List<Choice> choices;

  SessionSelection(RecordedSession session, DatasetQuery query) {
    this.session = session;
    this.query = query;
    RevisionRule rule = new RevisionRule(query);
    Map<String, List<Dataset>> byFile = session.datasets().stream()
        .filter(dataset -> query.paths().test(dataset.path()))
        .collect(groupingBy(dataset -> dataset.path().unrevised(), TreeMap::new, toList()));
    this.choices = byFile.entrySet().stream()
        .map(file -> rule.choose(file.getKey(), file.getValue()))
        .toList();
  }

  @Override
  public Session session() {
    return session;
  }

  @Override
  public DatasetQuery query() {
    return query;
  }

  @Override
  public List<Choice> choices() {
    return choices;
  }

  @Override
  public List<Dataset> revisions() {
    return choices.stream()
        .flatMap(choice -> choice.candidates().stream())
        .map(Choice.Candidate::dataset)
        .filter(dataset -> query.accepts(dataset.qc()))
        .sorted(BY_PATH)
        .toList();
  }

  @Override
  public List<Dataset> datasets() {
    return choices.stream()
        .map(Choice::chosen)
        .flatMap(Optional::stream)
        .sorted(BY_PATH)
        .toList();
  }

  @Override
  public Dataset one() {
    List<Dataset> found = datasets();
    if (found.isEmpty()) {
      throw trouble().noDataset();
    }
    if (found.size() > 1) {
      boolean places = several(found, dataset -> dataset.path().collection());
      throw trouble().several("", places ? Kind.COLLECTION : Kind.DATASET, found);
    }
    for (Choice choice : choices) {
      if (choice.chosen().isPresent() && choice.rule() == Choice.Rule.SEVERAL_DEFAULTS) {
        throw trouble().severalDefaults(choice);
      }
    }
    return found.get(0);
  }

  @Override
  public List<Dataset> oneObject() {
    List<Dataset> found = datasets();
    if (found.isEmpty()) {
      throw trouble().noObject();
    }
    if (several(found, dataset -> dataset.path().name().object())) {
      throw trouble().several("Object ", Kind.OBJECT, found);
    }
    if (several(found, dataset -> dataset.path().collection())) {
      throw trouble().several("Object ", Kind.COLLECTION, found);
    }
    return found;
  }

  private static boolean several(List<Dataset> found, Function<Dataset, String> part) {
    return found.stream().map(part).distinct().count() > 1;
  }

  @Override
  public Map<String, List<Dataset>> byObject() {
    List<Dataset> found = datasets();
    if (found.isEmpty()) {
      throw trouble().nothing();
    }
    return found.stream()
        .collect(groupingBy(dataset -> dataset.path().name().object(), TreeMap::new, toList()));
  }

  private SelectionTrouble trouble() {
    return new SelectionTrouble(this, session);
  }

  @Override
  public Explanation explain() {
    return new Explanation(session.key().toString(), query, choices);
  }

  @Override
  public String toString() {
    return datasets().toString();
  }
}
