/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import io.alfheim.catalog.spi.CommitId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All sessions and datasets that a home knows of. A service. Safe for threads. */
public interface Catalog {

  /** The home directory. */
  Path home();

  /** The namespace that the ids of this catalog are derived from. */
  UUID namespace();

  /** The commit of the record that questions are answered from now. */
  CommitId commit();

  /**
   * The catalog as it was: all of it can be asked and nothing of it changed. What was recorded then
   * loads as long as a store still holds it.
   *
   * @param when the end of a day, month or year ({@code 2024-03-01}, {@code 2024-03}, {@code 2024}), a
   *     moment ({@code 2024-03-01T12:00}), a tag, or the id of a commit or its first digits
   * @throws CatalogException if there is no such commit, or nothing was recorded yet
   */
  Catalog at(String when);

  /** How it came to be. */
  History history();

  /** All commits of the record, the newest first. */
  default List<Commit> log() {
    return history().log();
  }

  /** The commits that changed a subject or a session. */
  default List<Commit> log(String name) {
    return history().log(name);
  }

  /** What differs between two commits, tags or times: {@code diff("2024-03", "now")}. */
  default Diff diff(String from, String to) {
    return history().diff(from, to);
  }

  /** All releases, by name. */
  default List<Tag> tags() {
    return history().tags();
  }

  /** The release of a name. */
  default Tag tag(String name) {
    return history().tag(name);
  }

  /** Makes a release: gives the catalog of now a name for ever. */
  default Tag release(String name, String description) {
    return history().release(name, description);
  }

  /**
   * Copies the record to a bare Git repository: a folder, {@code ssh://user@host/path} or {@code
   * user@host:path}.
   */
  default void push(String repository) {
    history().push(repository);
  }

  /** As {@link #push(String)}, to a folder. */
  default void push(Path repository) {
    push(repository.toString());
  }

  /** Brings what another copy of the record says into this one; named as for {@link #push(String)}. */
  default FetchReport fetch(String repository) {
    return history().fetch(repository);
  }

  /** As {@link #fetch(String)}, from a folder. */
  default FetchReport fetch(Path repository) {
    return fetch(repository.toString());
  }

  /** As {@link #fetch(String)}; where both changed the same thing, one side is right. */
  default FetchReport fetch(String repository, Side right) {
    return history().fetch(repository, right);
  }

  /** As {@link #fetch(String, Side)}, from a folder. */
  default FetchReport fetch(Path repository, Side right) {
    return fetch(repository.toString(), right);
  }

  /**
   * Makes this new catalog a copy of another: takes over its whole record, with its namespace, history
   * and tags.
   *
   * @throws ExistsException if something is recorded here already
   */
  default FetchReport cloneFrom(String repository) {
    if (!history().log().isEmpty()) {
      throw new ExistsException(
          "Home '" + home() + "' has a record already, so it cannot become a copy of '" + repository
              + "'.",
          "Clone into a new home: --home DIR. Or merge the other into this one: fetch(…).");
    }
    return fetch(repository);
  }

  /** Checks that the record is readable and that the index says what the record says. */
  default CheckReport check() {
    return check(CheckLevel.INDEX);
  }

  /**
   * Checks what is asked for, and goes on where something is wrong. Changes nothing.
   *
   * @param level how thoroughly
   */
  default CheckReport check(CheckLevel level) {
    return check(CheckOptions.of(level));
  }

  /** As {@link #check(CheckLevel)}, with options: {@code CheckOptions.of(CONTENT).atMost(50_000_000)}. */
  CheckReport check(CheckOptions options);

  /** How much there is. */
  Size size();

  /** How much is stored, by store, lab, subject, kind and format. Reads all of the record. */
  Sizes sizes();

  /**
   * How much a catalog holds.
   *
   * @param sessions number of sessions
   * @param datasets number of datasets
   * @param bytes sum of the known sizes of the datasets
   */
  record Size(long sessions, long datasets, long bytes) {}

  /**
   * Looks through a local folder for sessions and writes down what is there, as one commit of the
   * record. The folder becomes a store, unless it lies in one already. May be repeated at any time:
   * only what differs is written. When it is interrupted, nothing has happened.
   *
   * @throws CatalogException if there is no such folder, or the home cannot be written
   */
  default ScanReport scan(Path folder) {
    return scan(folder, ScanOptions.DEFAULT);
  }

  /** As {@link #scan(Path)}, with options. */
  ScanReport scan(Path folder, ScanOptions options);

  /**
   * Looks through a whole store, near or far, that is configured in the home: {@code
   * etc/io.alfheim.store-NAME.cfg}. Otherwise as {@link #scan(Path)}.
   *
   * @throws UnknownStoreException if there is no such store, or nothing installed opens it
   * @throws CatalogException if the store does not answer
   */
  default ScanReport scanStore(String store) {
    return scanStore(store, ScanOptions.DEFAULT);
  }

  /** As {@link #scanStore(String)}, with options. */
  ScanReport scanStore(String store, ScanOptions options);

  /**
   * Records new files that lie in session folders of stores, as one commit; a session that is not
   * known yet is recorded too. The files are read for their hash and stay where they are.
   *
   * @param files files, or folders for all datasets below
   * @return the datasets, as of the new commit
   * @throws CatalogException if a file is in no store or no session, or has other content than the
   *     record says
   */
  List<Dataset> register(Path... files);

  /**
   * Records a session without datasets, under the next free number of that subject on that day.
   *
   * @throws CatalogException if all numbers are taken, or it is not clear which store is meant
   */
  Session newSession(NewSession wanted);

  /** As {@link #newSession(NewSession)}, beside the other sessions of the subject. */
  default Session newSession(String subject, LocalDate date) {
    return newSession(NewSession.of(subject, date));
  }

  /** The record beneath, for programs that bring or take whole sessions. */
  CatalogRecord record();

  /** Makes a new index from the record, whatever is wrong with the old one. */
  void rebuild();

  /** All sessions, to be narrowed down. */
  Search search();

  /**
   * Sessions by a line of text: {@code subject:KS014 dataset:spikes.times date:2020-01..2020-06}.
   * Words are {@code field:value}; all must hold; values joined by commas are alternatives; {@code *}
   * and {@code ?} stand for any characters. A word without a field is looked for in subject, lab,
   * projects and protocol.
   *
   * @throws CatalogException if a field is unknown or a value cannot be read
   */
  Search search(String query);

  /**
   * The session of an id, a reference ({@code 2020-01-01_1_KS014}) or a path ({@code
   * KS014/2020-01-01/001}, with or without lab, or any path through it).
   *
   * @throws NoSuchSessionException if there is none
   * @throws AmbiguousException if labs share the name
   */
  Session session(String name);

  /** As {@link #session}, empty if there is none. */
  Optional<Session> findSession(String name);

  /**
   * The datasets of an id: mostly one, none if nobody knows it; several where sessions were imported
   * that share ids.
   */
  List<Dataset> datasets(UUID id);

  /**
   * The dataset of an id.
   *
   * @throws NoSuchDatasetException if there is none
   * @throws AmbiguousException if there are several
   */
  Dataset dataset(UUID id);

  /** As {@link #dataset}, empty if there is none. */
  Optional<Dataset> findDataset(UUID id);

  /** Names of all subjects. */
  default List<String> subjects() {
    return search().subjects();
  }

  /** Names of all labs. */
  default List<String> labs() {
    return search().labs();
  }

  /** All collections that hold a dataset; the session folder itself is {@code ""}. */
  default List<String> collections() {
    return search().collections();
  }

  /** All paths of datasets below their sessions, each once. */
  default List<String> datasets() {
    return search().datasets();
  }

  /** All revisions that hold a dataset; {@code ""} for unrevised ones. */
  default List<String> revisions() {
    return search().revisions();
  }

  /** What the stores have of datasets. */
  Copies copies();

  /** The local files of datasets, brought to this machine where they are far. */
  default List<Path> download(List<Dataset> datasets) {
    return copies().download(datasets);
  }

  /** The local file of a dataset, brought to this machine if it is far. */
  default Path download(Dataset dataset) {
    return download(List.of(dataset)).get(0);
  }

  /** Compares what all stores have of datasets with the record. */
  default CheckReport verify(List<Dataset> datasets) {
    return copies().verify(datasets);
  }

  /** Copies datasets to another store. */
  default CopyReport copy(List<Dataset> datasets, String store) {
    return copies().copy(datasets, store);
  }

  /** Moves datasets to another store. */
  default CopyReport move(List<Dataset> datasets, String store) {
    return copies().move(datasets, store);
  }

  /** The stores that are known. */
  StoreSet stores();

  /**
   * A store that is known.
   *
   * @param name its name
   * @param root where it is, fit to be shown
   */
  record StoreInfo(String name, String root) {}
}
