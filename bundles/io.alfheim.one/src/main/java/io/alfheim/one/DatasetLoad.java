/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import io.alfheim.alf.AlfPart;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.Explanation;
import io.alfheim.catalog.Selection;
import io.alfheim.data.Data;
import io.alfheim.data.NDArray;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One dataset of a session, to be loaded: {@code one.loadDataset(eid, "spikes.times")
 * .collection("alf/probe00").array()}. Nothing is looked up before the last word; a word in between
 * gives a new question.
 *
 * <p>The last word fails with a {@link io.alfheim.catalog.NoSuchDatasetException} if there is no such
 * dataset and with an {@link io.alfheim.catalog.AmbiguousException} if there are several.
 */
public final class DatasetLoad implements Narrowing<DatasetLoad>, LazyDataset {
  private final Request request;
  private final String name;

  DatasetLoad(Request request, String name) {
    this.request = request;
    this.name = name;
  }

  /** Whatever the words that follow say. */
  static DatasetLoad of(View view, String eid) {
    return new DatasetLoad(new Request(view, eid, Filter.NONE), "");
  }

  /**
   * By name or path. With wildcards, a name without an extension means any extension; a text with a
   * slash is the whole path below the session.
   */
  static DatasetLoad of(View view, String eid, String name) {
    boolean bare = name.indexOf('.') == name.lastIndexOf('.') && name.indexOf('.') >= 0;
    String pattern = view.patterns().wildcards() && bare ? name + ".*" : name;
    return new DatasetLoad(new Request(view, eid, Filter.NONE.names(pattern)), name);
  }

  /** What a text or a map of parts describes. */
  static DatasetLoad of(View view, String eid, Object described) {
    if (described instanceof String name) {
      return of(view, eid, name);
    }
    if (described instanceof Map<?, ?> parts) {
      return of(view, eid).parts(parts);
    }
    throw new CatalogException(
        "'" + described + "' does not describe a dataset.",
        "Write a name or path, or a map of parts: Map.of(\"object\", \"spikes\").");
  }

  @Override
  public DatasetLoad narrow(UnaryOperator<Filter> change) {
    return new DatasetLoad(request.with(change.apply(request.filter())), name);
  }

  /**
   * In the latest revision not after this label, in plain string order; {@code ""} for the default
   * one, as without this word.
   */
  public DatasetLoad revision(String label) {
    return new DatasetLoad(request.revision(label), name);
  }

  private Selection selection() {
    if (!name.contains("/")) {
      return request.select();
    }
    if (request.revision().isPresent() || request.filter().has(AlfPart.COLLECTION)) {
      throw new CatalogException(
          "'" + name + "' is a path that says collection and revision by itself.",
          "Leave collection() and revision() out, or write the file name alone.");
    }
    return request.selectPath(name);
  }

  @Override
  public Dataset dataset() {
    return selection().one();
  }

  @Override
  public Explanation explain() {
    return selection().explain();
  }

  @Override
  public Data load() {
    return request.load(request.warned(selection()).one());
  }

  @Override
  public Path path() {
    return request.path(dataset());
  }

  @Override
  public NDArray rows(long from, long to) {
    return request.rows(request.warned(selection()).one(), from, to);
  }

  /** What is asked. */
  @Override
  public String toString() {
    String what = name.isEmpty() ? "a dataset" : "'" + name + "'";
    return what + " of session '" + request.eid() + "', not read yet: load() reads it";
  }
}
