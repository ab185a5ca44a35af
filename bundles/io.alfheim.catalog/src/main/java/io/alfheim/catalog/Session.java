/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import io.alfheim.alf.SessionKey;
import io.alfheim.data.Data;
import io.alfheim.data.DataObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One recording session, as of one commit of the record. Immutable; datasets are read when asked for.
 *
 * <p>Where a dataset has several revisions, the default one is meant: the one marked so, else the
 * greatest label in plain string order. A {@link Scope} asks for another.
 */
public interface Session {

  /** Lab, subject, date and number. */
  SessionKey key();

  /** The experiment id. */
  UUID id();

  /** The lab, or empty. */
  default String lab() {
    return key().lab();
  }

  /** The subject. */
  default String subject() {
    return key().subject();
  }

  /** The day. */
  default LocalDate date() {
    return key().date();
  }

  /** The number on that day. */
  default int number() {
    return key().number();
  }

  /** The commits that changed it, the newest first. */
  List<Commit> log();

  /** The task protocol, or empty. */
  String protocol();

  /** The projects. */
  List<String> projects();

  /** All datasets in all revisions, sorted by path. */
  List<Dataset> datasets();

  /**
   * The datasets of a name in all collections and revisions: a file name, an object and attribute, a
   * path, or a pattern with {@code *}.
   */
  List<Dataset> datasets(String name);

  /** The collections, sorted; the session folder itself is {@code ""}. */
  List<String> collections();

  /** The revisions, sorted; {@code ""} for unrevised datasets. */
  List<String> revisions();

  /** The objects, sorted. */
  List<String> objects();

  /**
   * The dataset of a name: {@code spikes.times}, {@code spikes.times.npy} or {@code
   * alf/probe00/spikes.times.npy}.
   *
   * @throws NoSuchDatasetException if there is none
   * @throws AmbiguousException if several fit
   */
  default Dataset dataset(String name, Scope scope) {
    return select(name, scope).one();
  }

  /** As {@link #dataset(String, Scope)}, anywhere in the session. */
  default Dataset dataset(String name) {
    return dataset(name, Scope.ANYWHERE);
  }

  /** What a question chooses of the session, and why. */
  Selection select(DatasetQuery query);

  /** What {@link #dataset(String, Scope)} chooses from, and why. */
  Selection select(String name, Scope scope);

  /** Why {@link #dataset(String)} is the one it is. */
  default Explanation explain(String name) {
    return explain(name, Scope.ANYWHERE);
  }

  /** Why {@link #dataset(String, Scope)} is the one it is. */
  default Explanation explain(String name, Scope scope) {
    return select(name, scope).explain();
  }

  /** Reads the dataset of a name. */
  default Data load(String name) {
    return load(name, Scope.ANYWHERE);
  }

  /** Reads the dataset of a name in a collection. */
  default Data load(String name, String collection) {
    return load(name, Scope.in(collection));
  }

  /** Reads the dataset of a name. */
  default Data load(String name, Scope scope) {
    return dataset(name, scope).load();
  }

  /** Reads all attributes of an object that is in one collection only. */
  default DataObject loadObject(String object) {
    return loadObject(object, Scope.ANYWHERE);
  }

  /** Reads all attributes of an object in a collection. */
  default DataObject loadObject(String object, String collection) {
    return loadObject(object, Scope.in(collection));
  }

  /**
   * Reads all attributes of an object, as columns that belong together.
   *
   * @throws NoSuchDatasetException if there is no such object
   * @throws AmbiguousException if it is in several collections
   */
  DataObject loadObject(String object, Scope scope);

  /** Reads all objects of a collection, by name. */
  default Map<String, DataObject> loadCollection(String collection) {
    return loadCollection(Scope.in(collection));
  }

  /**
   * Reads all objects of a collection, by name.
   *
   * @throws NoSuchDatasetException if the collection holds nothing
   */
  Map<String, DataObject> loadCollection(Scope scope);

  /** New datasets of the session, to be named one after the other and committed. */
  Registration register();

  /**
   * A new revision of datasets, to be named one after the other and committed: {@code
   * revise("2024-05-01", "Sorted anew").put("spikes.times", times).commit()}. A dataset is named as for
   * {@link #dataset(String)}, or, if there is none yet, by its whole path without the revision. Nothing
   * can be seen before the commit; from then on the new revision is the default one.
   *
   * <p>Revisions are protected: where a dataset has this one, it is not replaced.
   *
   * @param label of the new revision, without pound signs
   * @param note why, for {@link #describeRevision} and the history
   */
  Registration revise(String label, String note);

  /**
   * What a revision is and why it was made.
   *
   * @param label without pound signs
   * @throws NoSuchDatasetException if no dataset of the session has this revision
   */
  Revision describeRevision(String label);

  /**
   * Writes one new dataset, in the format of its extension, and records it.
   *
   * @param path collection, revision and file name, below the session
   * @throws ExistsException if there is such a dataset
   */
  default Dataset put(String path, Data content) {
    return register().put(path, content).commit().get(0);
  }

  /** Writes a new object, one file for each attribute, and records it. */
  default List<Dataset> save(
      String object, String collection, Map<String, ? extends Data> attributes) {
    return register().save(object, collection, attributes).commit();
  }

  /** As {@link #save(String, String, Map)}, in the collection {@code alf}. */
  default List<Dataset> save(String object, Map<String, ? extends Data> attributes) {
    return save(object, "alf", attributes);
  }
}
