/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.Explanation;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.data.Data;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several datasets of a session, to be loaded in the order they were named. Each is a name or a path,
 * as in {@link DatasetLoad}, or a map of parts as in {@link Narrowing#parts}; a path among them does
 * not change what the names mean.
 */
public final class DatasetsLoad {
  private static final Logger log = LoggerFactory.getLogger(DatasetsLoad.class);

  private final View view;
  private final String eid;
  private final List<?> wanted;
  private final List<String> collections;
  private final List<String> revisions;

  DatasetsLoad(View view, String eid, List<?> wanted) {
    this(view, eid, wanted, List.of(), List.of());
  }

  private DatasetsLoad(
      View view, String eid, List<?> wanted, List<String> collections, List<String> revisions) {
    this.view = view;
    this.eid = eid;
    this.wanted = List.copyOf(wanted);
    this.collections = collections;
    this.revisions = revisions;
  }

  /** In a collection, one for all or one for each name. */
  public DatasetsLoad collections(String... oneOrEach) {
    return new DatasetsLoad(
        view, eid, wanted, checked("collections", List.of(oneOrEach)), revisions);
  }

  /** In the latest revision not after a label, one for all or one for each name. */
  public DatasetsLoad revisions(String... oneOrEach) {
    return new DatasetsLoad(
        view, eid, wanted, collections, checked("revisions", List.of(oneOrEach)));
  }

  private List<String> checked(String what, List<String> oneOrEach) {
    if (oneOrEach.size() != 1 && oneOrEach.size() != wanted.size()) {
      throw new CatalogException(
          "There are " + oneOrEach.size() + " " + what + " for " + wanted.size() + " datasets.",
          "Give one for all, or one for each.");
    }
    return oneOrEach;
  }

  private DatasetLoad each(int i) {
    DatasetLoad load = DatasetLoad.of(view, eid, wanted.get(i));
    if (!collections.isEmpty()) {
      load = load.collection(collections.get(collections.size() == 1 ? 0 : i));
    }
    return revisions.isEmpty() ? load : load.revision(revisions.get(revisions.size() == 1 ? 0 : i));
  }

  /** Their content; fails if one of them is missing, and reads none if one is not known at all. */
  public List<Data> load() {
    List<Dataset> datasets =
        IntStream.range(0, wanted.size()).mapToObj(i -> each(i).dataset()).toList();
    Request request = new Request(view, eid, Filter.NONE);
    return datasets.stream().map(request::load).toList();
  }

  /** Their content, empty for those that are missing. */
  public List<Optional<Data>> find() {
    Request request = new Request(view, eid, Filter.NONE);
    return datasets().stream()
        .map(dataset -> dataset.flatMap(known -> find(() -> request.load(known))))
        .toList();
  }

  /** The datasets, as the catalog knows them, empty for those that are missing. */
  public List<Optional<Dataset>> datasets() {
    return IntStream.range(0, wanted.size())
        .mapToObj(i -> find(() -> each(i).dataset()))
        .toList();
  }

  /** Why these datasets, one after the other: what was considered, and what decided. */
  public List<Explanation> explain() {
    return IntStream.range(0, wanted.size()).mapToObj(i -> each(i).explain()).toList();
  }

  private static <T> Optional<T> find(Supplier<T> wanted) {
    try {
      return Optional.of(wanted.get());
    } catch (NoSuchDatasetException e) {
      log.warn("{}", e.getMessage());
      return Optional.empty();
    }
  }

  /** Their files on this machine; nothing is read. */
  public List<Path> paths() {
    Request request = new Request(view, eid, Filter.NONE);
    return IntStream.range(0, wanted.size())
        .mapToObj(i -> request.path(each(i).dataset()))
        .toList();
  }

  /** What is asked. */
  @Override
  public String toString() {
    return wanted + " of session '" + eid + "', not read yet: load() reads them";
  }
}
