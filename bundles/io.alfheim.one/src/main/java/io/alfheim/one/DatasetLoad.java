/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import io.alfheim.alf.AlfPart;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.Explanation;
import io.alfheim.catalog.Selection;
import io.alfheim.data.Data;
import io.alfheim.data.Document;
import io.alfheim.data.NDArray;
import io.alfheim.data.Table;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * One dataset of a session, to be loaded: {@code one.loadDataset(eid, "spikes.times")
 * .collection("alf/probe00").array()}. Nothing is looked up before the last word; a word in between
 * gives a new question.
 *
 * <p>The last word fails with a {@link io.alfheim.catalog.NoSuchDatasetException} if there is no such
 * dataset and with an {@link io.alfheim.catalog.AmbiguousException} if there are several.
 */
public final class DatasetLoad implements Narrowing<DatasetLoad>, Data {
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

  /** The dataset, as the catalog knows it. */
  public Dataset dataset() {
    return selection().one();
  }

  /** Why this dataset: what was considered, and what decided. */
  public Explanation explain() {
    return selection().explain();
  }

  /** Its content. */
  public Data load() {
    return request.load(request.warned(selection()).one());
  }

  /** Its file on this machine; nothing is read. */
  public Path path() {
    return request.path(dataset());
  }

  @Override
  public NDArray array() {
    return load().array();
  }

  @Override
  public Table table() {
    return load().table();
  }

  @Override
  public Document document() {
    return load().document();
  }

  /** Some rows of its array, the last one not included; a large file is not read as a whole. */
  public NDArray rows(long from, long to) {
    return request.rows(request.warned(selection()).one(), from, to);
  }

  @Override
  public String describe() {
    return load().describe();
  }

  /** What is asked. */
  @Override
  public String toString() {
    String what = name.isEmpty() ? "a dataset" : "'" + name + "'";
    return what + " of session '" + request.eid() + "', not read yet: load() reads it";
  }
}
