/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import io.alfheim.alf.AlfIds;
import io.alfheim.alf.LegacyId;
import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Session;
import io.alfheim.one.internal.LoadedIdsFile;
import io.alfheim.one.internal.Patterns;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The verbs of ONE over the catalog of a home. A service; immutable and safe for threads.
 *
 * <pre>{@code
 * UUID eid = one.search().subject("KS014").datasets("spikes.times.npy").get(0);
 * one.listDatasets(eid).collection("alf*");
 * NDArray times = one.loadDataset(eid, "spikes.times").collection("alf/probe00").array();
 * }</pre>
 *
 * <p>What ONE takes as keyword arguments follows as words, each giving a new question; the question is
 * put when its answer is looked at. A session is named by its id, its reference ({@code
 * 2020-01-01_1_KS014}) or its path; an unknown one fails with a {@link
 * io.alfheim.catalog.NoSuchSessionException}.
 */
@Component(service = One.class)
public final class One {
  private static final String LAST_BEFORE = "ONE_REVISION_LAST_BEFORE";

  private final View view;

  /** Over a catalog, with the revision that the environment asks for, if it does. */
  @Activate
  public One(@Reference Catalog catalog) {
    this(catalog, System.getenv());
  }

  One(Catalog catalog, Map<String, String> environment) {
    this(new View(
        catalog,
        new Patterns(true),
        Optional.ofNullable(environment.get(LAST_BEFORE)).filter(label -> !label.isEmpty()),
        LoadedIds.NONE,
        false));
  }

  private One(View view) {
    this.view = view;
  }

  /**
   * The same verbs, reading texts in another way: with wildcards, as at first, filters are shell
   * patterns and search terms are regular expressions; without, filters are regular expressions and
   * search terms are plain text.
   */
  public One wildcards(boolean on) {
    return new One(view.with(new Patterns(on)));
  }

  /**
   * The same verbs, loading the latest revision not after this label where none is asked for: what is
   * added later under a greater label changes nothing. {@code ""} for the default revisions. At first
   * as the environment variable {@code ONE_REVISION_LAST_BEFORE} says.
   */
  public One revisionLastBefore(String label) {
    return new One(view.with(Optional.of(label).filter(text -> !text.isEmpty())));
  }

  /**
   * The same verbs over the catalog as it was: whatever is recorded later, the answers stay the same.
   *
   * @param when a day, month or year, a tag, or a commit; see {@link Catalog#at}
   */
  public One at(String when) {
    return new One(view.with(view.catalog().at(when)));
  }

  /**
   * The same verbs, reading every file once more to compare it with the hash that is recorded, where
   * one is, and warning where they differ. Sizes are compared always.
   */
  public One checkHash(boolean on) {
    return new One(view.withCheck(on));
  }

  /** The same verbs, remembering what they load; see {@link #saveLoadedIds}. */
  public One recordLoaded() {
    return new One(view.with(new LoadedIds()));
  }

  /** The catalog that is asked. */
  public Catalog catalog() {
    return view.catalog();
  }

  /** ONE's converters between ids, paths, references, URLs and records. */
  public Converters converters() {
    return new Converters(view.catalog());
  }

  /** All sessions, to be narrowed down. */
  public SessionSearch search() {
    return new SessionSearch(view);
  }

  /** Sessions by terms of ONE, which may be abbreviated: {@code search(Map.of("subj", "KS014"))}. */
  public SessionSearch search(Map<String, ?> terms) {
    SessionSearch search = search();
    for (Map.Entry<String, ?> term : terms.entrySet()) {
      search = search.where(term.getKey(), term.getValue());
    }
    return search;
  }

  /** The names of the terms that sessions are searched by. */
  public List<String> searchTerms() {
    return SearchTerm.names();
  }

  /** The names of all subjects, sorted. */
  public List<String> listSubjects() {
    return view.catalog().subjects();
  }

  /** The paths of all datasets below their sessions. */
  public Listing listDatasets() {
    return new Listing(view, Optional.empty(), Listing.Of.DATASETS);
  }

  /** The paths of the datasets of a session. */
  public Listing listDatasets(String eid) {
    return new Listing(view, Optional.of(eid), Listing.Of.DATASETS);
  }

  /** The paths of the datasets of a session. */
  public Listing listDatasets(UUID eid) {
    return listDatasets(eid.toString());
  }

  /** All collections; the session folder itself is {@code ""}. */
  public Listing listCollections() {
    return new Listing(view, Optional.empty(), Listing.Of.COLLECTIONS);
  }

  /** The collections of a session; the session folder itself is {@code ""}. */
  public Listing listCollections(String eid) {
    return new Listing(view, Optional.of(eid), Listing.Of.COLLECTIONS);
  }

  /** The collections of a session; the session folder itself is {@code ""}. */
  public Listing listCollections(UUID eid) {
    return listCollections(eid.toString());
  }

  /** All revisions; {@code ""} for unrevised datasets. */
  public Listing listRevisions() {
    return new Listing(view, Optional.empty(), Listing.Of.REVISIONS);
  }

  /** The revisions of a session; {@code ""} for unrevised datasets. */
  public Listing listRevisions(String eid) {
    return new Listing(view, Optional.of(eid), Listing.Of.REVISIONS);
  }

  /** The revisions of a session; {@code ""} for unrevised datasets. */
  public Listing listRevisions(UUID eid) {
    return listRevisions(eid.toString());
  }

  /** What is known of a session: lab, subject, date, number, protocol, projects and datasets. */
  public Session getDetails(String eid) {
    return view.session(eid);
  }

  /** What is known of a session: lab, subject, date, number, protocol, projects and datasets. */
  public Session getDetails(UUID eid) {
    return getDetails(eid.toString());
  }

  /** A dataset of a session that the words that follow describe: {@code .object("spikes")}. */
  public DatasetLoad loadDataset(String eid) {
    return DatasetLoad.of(view, eid);
  }

  /** A dataset of a session that the words that follow describe: {@code .object("spikes")}. */
  public DatasetLoad loadDataset(UUID eid) {
    return loadDataset(eid.toString());
  }

  /** A dataset of a session, by name ({@code spikes.times}), pattern, or path below the session. */
  public DatasetLoad loadDataset(String eid, String dataset) {
    return DatasetLoad.of(view, eid, dataset);
  }

  /** A dataset of a session, by name ({@code spikes.times}), pattern, or path below the session. */
  public DatasetLoad loadDataset(UUID eid, String dataset) {
    return loadDataset(eid.toString(), dataset);
  }

  /** A dataset of a session by the parts of its name; see {@link Narrowing#parts}. */
  public DatasetLoad loadDataset(String eid, Map<String, ?> parts) {
    return loadDataset(eid).parts(parts);
  }

  /** A dataset of a session by the parts of its name; see {@link Narrowing#parts}. */
  public DatasetLoad loadDataset(UUID eid, Map<String, ?> parts) {
    return loadDataset(eid.toString(), parts);
  }

  /** The dataset of an id. */
  public IdLoad loadDatasetFromId(UUID id) {
    return new IdLoad(view, id);
  }

  /** The dataset of an id, in any spelling of one. */
  public IdLoad loadDatasetFromId(String id) {
    return loadDatasetFromId(AlfIds.findUuid(id)
        .orElseThrow(() -> new CatalogException(
            "'" + id + "' is no id of a dataset.",
            "Take it from the column 'id': one.listDatasets(eid).details().")));
  }

  /** The dataset of an id as old tables have it: the two numbers that its bytes are. */
  public IdLoad loadDatasetFromId(long first, long second) {
    return loadDatasetFromId(new LegacyId(first, second).toUuid());
  }

  /** Several datasets of a session, each a name, a path, or a map of parts of its name. */
  public DatasetsLoad loadDatasets(String eid, List<?> datasets) {
    return new DatasetsLoad(view, eid, datasets);
  }

  /** Several datasets of a session, each a name, a path, or a map of parts of its name. */
  public DatasetsLoad loadDatasets(UUID eid, List<?> datasets) {
    return loadDatasets(eid.toString(), datasets);
  }

  /** All attributes of an object of a session. */
  public ObjectLoad loadObject(String eid, String object) {
    return ObjectLoad.of(view, eid, object);
  }

  /** All attributes of an object of a session. */
  public ObjectLoad loadObject(UUID eid, String object) {
    return loadObject(eid.toString(), object);
  }

  /** All objects of a collection of a session. */
  public CollectionLoad loadCollection(String eid, String collection) {
    return CollectionLoad.of(view, eid, collection);
  }

  /** All objects of a collection of a session. */
  public CollectionLoad loadCollection(UUID eid, String collection) {
    return loadCollection(eid.toString(), collection);
  }

  /** What was loaded since {@link #recordLoaded} or the last save, each once, in order. */
  public List<UUID> loadedIds() {
    return view.loaded().datasets();
  }

  /**
   * Writes the ids of the datasets loaded since {@link #recordLoaded} into a new CSV file of the home,
   * and forgets them.
   *
   * @return the file
   * @throws CatalogException if nothing was loaded, or the home cannot be written
   */
  public Path saveLoadedIds() {
    return save("dataset", view.loaded().datasets());
  }

  /** As {@link #saveLoadedIds}, with the ids of their sessions. */
  public Path saveLoadedSessionIds() {
    return save("session", view.loaded().sessions());
  }

  private Path save(String what, List<UUID> ids) {
    if (ids.isEmpty()) {
      throw new CatalogException(
          "Nothing was loaded since recording began.",
          "Load by what recordLoaded() gives: var r = one.recordLoaded().");
    }
    Path file = LoadedIdsFile.write(view.catalog().home(), what, ids);
    view.loaded().clear();
    return file;
  }

  /** What is asked, in one line. */
  @Override
  public String toString() {
    return "One (offline, " + view.catalog().home() + ")";
  }
}
