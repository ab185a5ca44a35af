/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import io.alfheim.alf.DatasetPath;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.DatasetQuery;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.ObjectAssembly;
import io.alfheim.catalog.Selection;
import io.alfheim.catalog.spi.Wildcards;
import io.alfheim.data.Data;
import io.alfheim.data.DataObject;
import io.alfheim.data.NDArray;
import io.alfheim.one.internal.HashCheck;
import io.alfheim.one.internal.SingleColumn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all loads have in common: a session, a filter and a revision.
 *
 * @param view the questions of one {@link One}
 * @param eid any name of the session
 * @param filter what is wanted of it
 * @param revision the latest not after this label; nothing for the default one
 */
record Request(View view, String eid, Filter filter, Optional<String> revision) {
  private static final Logger log = LoggerFactory.getLogger(Request.class);

  Request(View view, String eid, Filter filter) {
    this(view, eid, filter, Optional.empty());
  }

  Request with(Filter newFilter) {
    return new Request(view, eid, newFilter, revision);
  }

  Request revision(String label) {
    if (Wildcards.in(label)) {
      throw new CatalogException(
          "A revision to load is a label and no pattern: '" + label + "'.",
          "List them: one.listRevisions(\"" + eid + "\").");
    }
    return new Request(view, eid, filter, label.isEmpty() ? Optional.empty() : Optional.of(label));
  }

  /** What the filter chooses, in the revision asked for. */
  Selection select() {
    DatasetQuery query = filter.query(view.patterns());
    return select(revision.or(view::lastBefore).map(query::asOf).orElse(query));
  }

  /** The dataset at a path below the session, in the very revision that the path says. */
  Selection selectPath(String path) {
    if (Wildcards.in(path)) {
      log.warn("'{}' is a path, in which wildcards stand for themselves", path);
    }
    return select(DatasetQuery.of(path, (DatasetPath each) -> each.toString().equals(path))
        .qc(filter.worst()));
  }

  Selection select(DatasetQuery query) {
    return view.session(eid).select(query);
  }

  /** Tells what a person may want to know of a choice before it is loaded. */
  Selection warned(Selection selection) {
    selection.explain().warnings().forEach(w -> log.warn("session={} {}", eid, w));
    return selection;
  }

  Data load(Dataset dataset) {
    Data data = SingleColumn.flat(dataset.load());
    loaded(List.of(dataset));
    return data;
  }

  NDArray rows(Dataset dataset, long from, long to) {
    NDArray rows = SingleColumn.flat(dataset.rows(from, to)).array();
    loaded(List.of(dataset));
    return rows;
  }

  /** Of the files that are there; fails if there are none. */
  DataObject loadObject(List<Dataset> datasets) {
    List<ObjectAssembly.Piece> pieces = new ArrayList<>();
    List<Dataset> there = new ArrayList<>();
    Optional<NoSuchDatasetException> gone = Optional.empty();
    for (Dataset dataset : datasets) {
      try {
        pieces.add(
            new ObjectAssembly.Piece(dataset.toString(), dataset.path().name(), dataset.load()));
        there.add(dataset);
      } catch (NoSuchDatasetException e) {
        log.warn("{}", e.getMessage());
        gone = Optional.of(e);
      }
    }
    if (there.isEmpty() && gone.isPresent()) {
      throw gone.get();
    }
    loaded(there);
    DataObject whole = ObjectAssembly.of(datasets.get(0).path().name().object(), pieces);
    Map<String, Data> attributes = new LinkedHashMap<>();
    whole.attributes().forEach(name -> attributes.put(name, SingleColumn.flat(whole.get(name))));
    return DataObject.of(whole.name(), attributes);
  }

  private void loaded(List<Dataset> datasets) {
    for (Dataset dataset : datasets) {
      if (view.checkHash()) {
        HashCheck.fault(dataset).ifPresent(fault -> log.warn("{}", fault));
      }
      view.loaded().add(dataset);
    }
  }

  List<Path> paths(List<Dataset> datasets) {
    return datasets.stream().map(this::path).toList();
  }

  Path path(Dataset dataset) {
    Path path = dataset
        .file()
        .orElseThrow(() -> new CatalogException(
            "Dataset '" + dataset + "' of session '" + dataset.session().key()
                + "' has no file on this machine.",
            "Load its content instead."));
    loaded(List.of(dataset));
    return path;
  }
}
