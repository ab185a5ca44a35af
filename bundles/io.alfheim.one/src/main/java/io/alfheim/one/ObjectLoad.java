/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.Explanation;
import io.alfheim.catalog.ObjectAssembly;
import io.alfheim.data.Data;
import io.alfheim.data.DataObject;
import io.alfheim.data.NDArray;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One object of a session, to be loaded: {@code one.loadObject(eid, "spikes")
 * .collection("alf/probe00").load()}. Nothing is looked up before the last word; a word in between
 * gives a new question.
 *
 * <p>The last word fails with a {@link io.alfheim.catalog.NoSuchDatasetException} if there is no such
 * object and with an {@link io.alfheim.catalog.AmbiguousException} if there are several, or it is in
 * several collections. Attributes may come from different revisions.
 */
public final class ObjectLoad implements Narrowing<ObjectLoad> {
  private final Request request;

  ObjectLoad(Request request) {
    this.request = request;
  }

  static ObjectLoad of(View view, String eid, String object) {
    return new ObjectLoad(new Request(view, eid, Filter.NONE)).object(object);
  }

  @Override
  public ObjectLoad narrow(UnaryOperator<Filter> change) {
    return new ObjectLoad(request.with(change.apply(request.filter())));
  }

  /**
   * In the latest revision not after this label, in plain string order; {@code ""} for the default
   * one, as without this word.
   */
  public ObjectLoad revision(String label) {
    return new ObjectLoad(request.revision(label));
  }

  /** The datasets it is made of, sorted by path. */
  public List<Dataset> datasets() {
    return request.select().oneObject();
  }

  /** Why these datasets: what was considered, and what decided. */
  public Explanation explain() {
    return request.select().explain();
  }

  /** Its files on this machine, sorted by path; nothing is read. */
  public List<Path> paths() {
    return request.paths(datasets());
  }

  /**
   * Its attributes, put together as {@link ObjectAssembly} says. An attribute whose file is gone is left
   * out with a warning; it fails if all are.
   */
  public DataObject load() {
    return request.loadObject(request.warned(request.select()).oneObject());
  }

  /** One of its attributes. */
  public Data get(String attribute) {
    return load().get(attribute);
  }

  /** One of its attributes, as an array. */
  public NDArray array(String attribute) {
    return get(attribute).array();
  }

  /** What is asked. */
  @Override
  public String toString() {
    return "an object of session '" + request.eid() + "', not read yet: load() reads it";
  }
}
