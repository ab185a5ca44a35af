/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import io.alfheim.alf.AlfPart;
import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.Qc;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.DatasetQuery;
import io.alfheim.catalog.Session;
import io.alfheim.data.Table;
import io.alfheim.one.internal.DatasetTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Datasets, collections or revisions, of one session or of all: a list of their names, each once and
 * sorted. It is looked up when first looked at; a word gives a new list.
 */
public final class Listing extends LazyList<String> implements Narrowing<Listing> {
  private final View view;
  private final Optional<String> eid;
  private final Of what;
  private final Filter filter;
  private final boolean defaultsOnly;

  Listing(View view, Optional<String> eid, Of what) {
    this(view, eid, what, Filter.NONE, false);
  }

  private Listing(View view, Optional<String> eid, Of what, Filter filter, boolean defaultsOnly) {
    this.view = view;
    this.eid = eid;
    this.what = what;
    this.filter = filter;
    this.defaultsOnly = defaultsOnly;
  }

  /** What is listed. */
  enum Of {
    DATASETS,
    COLLECTIONS,
    REVISIONS;

    String name(DatasetPath path) {
      return switch (this) {
        case DATASETS -> path.toString();
        case COLLECTIONS -> path.collection();
        case REVISIONS -> path.revision();
      };
    }
  }

  @Override
  public Listing narrow(UnaryOperator<Filter> change) {
    return new Listing(view, eid, what, change.apply(filter), defaultsOnly);
  }

  /**
   * With any of these file names: patterns of a file name, or of a path below the session, in which a
   * {@code *} in front does not go beyond a slash.
   */
  public Listing filename(String... anyOf) {
    return narrow(before -> before.names(anyOf));
  }

  /**
   * In any of these revisions, patterns of whole labels; {@code ""} for unrevised datasets. Unlike a
   * load, a list does not take the revision before.
   */
  public Listing revision(String... anyOf) {
    return narrow(before -> before.part(AlfPart.REVISION, anyOf));
  }

  /** The revision that a load would take of each file, and no other. */
  public Listing defaultRevisionsOnly() {
    return new Listing(view, eid, what, filter, true);
  }

  @Override
  List<String> find() {
    Optional<List<String>> fast = indexed();
    if (fast.isPresent()) {
      return fast.get();
    }
    Set<String> names = new TreeSet<>();
    visit(dataset -> names.add(what.name(dataset.path())));
    return List.copyOf(names);
  }

  /** What the index knows without a look at any session: all paths, whatever their QC. */
  private Optional<List<String>> indexed() {
    boolean anyQc = filter.worst() == Qc.CRITICAL && !filter.isCheckedOnly();
    if (eid.isPresent() || defaultsOnly || !anyQc) {
      return Optional.empty();
    }
    DatasetQuery query = filter.query(view.patterns());
    return Optional.of(view.catalog().search().datasets().stream()
        .map(DatasetPath::parse)
        .filter(query.paths())
        .map(what::name)
        .distinct()
        .sorted()
        .toList());
  }

  private void visit(Consumer<Dataset> action) {
    DatasetQuery query = filter.query(view.patterns());
    if (eid.isPresent()) {
      chosen(view.session(eid.get()), query).forEach(action);
      return;
    }
    for (Session session : view.catalog().search()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("Listing was interrupted.");
      }
      chosen(session, query).forEach(action);
    }
  }

  private Stream<Dataset> chosen(Session session, DatasetQuery query) {
    var selection = session.select(query);
    return (defaultsOnly ? selection.datasets() : selection.revisions()).stream();
  }

  /** The datasets themselves, session by session, sorted by path. */
  public List<Dataset> datasets() {
    Stream.Builder<Dataset> all = Stream.builder();
    visit(all);
    return all.build().toList();
  }

  /** A row for each dataset, with the columns that ONE calls details. */
  public Table details() {
    return DatasetTable.of(datasets());
  }

  /** The details by name: of each dataset, collection or revision of this list. */
  public Map<String, Table> detailsByName() {
    Map<String, List<Dataset>> byName = datasets().stream()
        .collect(Collectors.groupingBy(
            dataset -> what.name(dataset.path()), TreeMap::new, Collectors.toList()));
    Map<String, Table> tables = new TreeMap<>();
    byName.forEach((name, datasets) -> tables.put(name, DatasetTable.of(datasets)));
    return tables;
  }
}
