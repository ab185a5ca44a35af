/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import io.alfheim.alf.AlfPart;
import io.alfheim.alf.Nearest;
import io.alfheim.alf.Qc;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.Explanation;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.ObjectAssembly;
import io.alfheim.catalog.Selection;
import io.alfheim.catalog.Session;
import io.alfheim.data.DataObject;
import io.alfheim.one.internal.CrossReferences;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * All objects of a collection, to be loaded: {@code one.loadCollection(eid, "alf/probe00")
 * .object("spikes", "clusters").load()}. Nothing is looked up before the last word; a word in between
 * gives a new question.
 *
 * <p>The last word fails with a {@link NoSuchDatasetException} if the collection is not there or the
 * words leave nothing of it.
 */
public final class CollectionLoad implements Narrowing<CollectionLoad> {
  private final Request request;
  private final String collection;

  CollectionLoad(Request request, String collection) {
    this.request = request;
    this.collection = collection;
  }

  static CollectionLoad of(View view, String eid, String collection) {
    Request request = new Request(view, eid, Filter.NONE);
    return new CollectionLoad(request, collection).collection(collection);
  }

  @Override
  public CollectionLoad narrow(UnaryOperator<Filter> change) {
    return new CollectionLoad(request.with(change.apply(request.filter())), collection);
  }

  /**
   * In the latest revision not after this label, in plain string order; {@code ""} for the default
   * one, as without this word.
   */
  public CollectionLoad revision(String label) {
    return new CollectionLoad(request.revision(label), collection);
  }

  private Selection selection() {
    Session session = request.view().session(request.eid());
    Filter all = Filter.NONE.qc(Qc.CRITICAL).part(AlfPart.COLLECTION, collection);
    if (session.select(all.query(request.view().patterns())).choices().isEmpty()) {
      List<String> known = session.collections();
      throw new NoSuchDatasetException(
          "No collection '" + collection + "' in session '" + session.key() + "'"
              + (known.isEmpty()
                  ? ", which has no datasets."
                  : "; nearest is '" + Nearest.to(collection, known) + "'."),
          "List them: one.listCollections(\"" + request.eid() + "\").");
    }
    return request.select();
  }

  /** The datasets of each object, sorted by path. */
  public Map<String, List<Dataset>> datasets() {
    return selection().byObject();
  }

  /** Why these datasets: what was considered, and what decided. */
  public Explanation explain() {
    return request.select().explain();
  }

  /** The files of each object on this machine, sorted by path; nothing is read. */
  public Map<String, List<Path>> paths() {
    Map<String, List<Path>> paths = new TreeMap<>();
    datasets().forEach((object, datasets) -> paths.put(object, request.paths(datasets)));
    return paths;
  }

  /** The objects by name, each put together as {@link ObjectAssembly} says. */
  public Map<String, DataObject> load() {
    Map<String, DataObject> objects = new TreeMap<>();
    request
        .warned(selection())
        .byObject()
        .forEach((object, datasets) -> objects.put(object, request.loadObject(datasets)));
    return objects;
  }

  /**
   * Whether what refers to rows of another object finds them: {@code spikes.clusters} are rows of
   * {@code clusters}. Reads the objects.
   *
   * @return what is wrong, one sentence each; empty if all is well
   */
  public List<String> checkReferences() {
    return CrossReferences.faults(load());
  }

  /** What is asked. */
  @Override
  public String toString() {
    return "collection '" + collection + "' of session '" + request.eid()
        + "', not read yet: load() reads it";
  }
}
