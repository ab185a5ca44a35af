/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import io.alfheim.data.DataObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The datasets of a session that a question chose, and why these: first by path, then by QC, then one
 * revision of each file. Immutable; no bytes are read before they are asked for.
 */
public interface Selection {

  /** The session that was looked at. */
  Session session();

  /** What was asked. */
  DatasetQuery query();

  /** What was considered, one choice for each file, sorted by file. */
  List<Choice> choices();

  /** All that fit, in every revision that QC lets through, sorted by path. */
  List<Dataset> revisions();

  /** All that fit, each in the revision chosen, sorted by path. */
  List<Dataset> datasets();

  /**
   * The only dataset chosen.
   *
   * @throws NoSuchDatasetException if there is none
   * @throws AmbiguousException if there are several, or several default revisions of it
   */
  Dataset one();

  /**
   * The datasets of the only object chosen, sorted by path.
   *
   * @throws NoSuchDatasetException if there is none
   * @throws AmbiguousException if there are several objects, or one in several collections
   */
  List<Dataset> oneObject();

  /**
   * The datasets of every object chosen, by the name of the object.
   *
   * @throws NoSuchDatasetException if nothing is chosen
   */
  Map<String, List<Dataset>> byObject();

  /** Why these, in lines to be read. */
  Explanation explain();

  /** Reads the only object chosen; fails as {@link #oneObject()} does. */
  default DataObject object() {
    return ObjectAssembly.load(oneObject());
  }

  /** Reads every object chosen, by name; fails as {@link #byObject()} does. */
  default Map<String, DataObject> objects() {
    Map<String, DataObject> objects = new LinkedHashMap<>();
    byObject().forEach((name, datasets) -> objects.put(name, ObjectAssembly.load(datasets)));
    return objects;
  }
}
