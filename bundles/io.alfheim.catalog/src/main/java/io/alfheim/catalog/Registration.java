/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import io.alfheim.alf.AlfNameBuilder;
import io.alfheim.alf.Qc;
import io.alfheim.data.Data;
import io.alfheim.data.DataObject;
import io.alfheim.data.Document;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * New datasets of a session, to be written and recorded together. Immutable: every word gives a new
 * registration, and nothing happens before {@link #commit()}.
 *
 * <pre>{@code
 * session.register()
 *     .save("spikes", "alf/probe00", Map.of("times", times, "clusters", clusters))
 *     .put("alf/probes.description.json", Document.of(Map.of("n", 1)))
 *     .message("Sorted with version 2")
 *     .commit();
 * }</pre>
 *
 * <p>Files are only ever added. What is there already is not replaced: new content goes to a new
 * revision, {@code put("alf/#2020-01-01#/spikes.times.npy", times)}.
 */
public interface Registration {

  /**
   * One dataset, in the format of its extension.
   *
   * @param path collection, revision and file name, below the session
   * @throws io.alfheim.alf.InvalidAlfException if the path is not legal
   * @throws CatalogException if nothing installed writes the extension
   */
  Registration put(String path, Data content);

  /** One dataset whose bytes are those of a local file, which is copied. */
  Registration copy(String path, Path file);

  /**
   * An object, one file for each attribute: arrays as {@code npy}, tables as {@code pqt}, documents as
   * {@code json}. Names are put in camel case.
   *
   * @param object what is described, for example {@code spikes}
   * @param collection where, {@code ""} for the session folder itself
   * @param attributes by name, with equal numbers of rows
   * @throws CatalogException if the numbers of rows differ
   */
  default Registration save(
      String object, String collection, Map<String, ? extends Data> attributes) {
    return save(object, collection, attributes, name -> name);
  }

  /**
   * As {@link #save(String, String, Map)}, with names that have more parts: {@code name ->
   * name.namespace("ibl").timescale("bpod")}.
   */
  Registration save(
      String object,
      String collection,
      Map<String, ? extends Data> attributes,
      UnaryOperator<AlfNameBuilder> naming);

  /** An object under the names of its attributes as they are, so that it loads as it is. */
  Registration save(DataObject object, String collection);

  /** What is to be known about a dataset, as the file {@code object.attribute.metadata.json} beside it. */
  Registration metadata(String path, Document about);

  /** With this verdict for all datasets; not set otherwise. */
  Registration qc(Qc verdict);

  /** With these words in the history of the record. */
  Registration message(String words);

  /**
   * Writes the files and records them as one commit. Either all are there in the end, or none.
   *
   * @return the new datasets, in the order in which they were named, as of the new commit
   * @throws CatalogException if one exists already, if no store of the session can be written, or if
   *     writing fails
   */
  List<Dataset> commit();
}
