/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.internal;

import io.alfheim.alf.AlfPath;
import io.alfheim.alf.DatasetPath;
import io.alfheim.alf.SessionFolder;
import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.AmbiguousException;
import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.NoSuchSessionException;
import io.alfheim.catalog.Session;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds sessions and datasets of the catalog by what ONE calls them. */
public final class SessionLookup {
  private final Catalog catalog;

  /** In a catalog. */
  public SessionLookup(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The session of an id. */
  public Optional<SessionEntry> byId(UUID id) {
    return catalog.findSession(id.toString()).map(Session::key).flatMap(this::entry);
  }

  /**
   * The session of a subject, day and number. A lab counts only where several have such a session, so
   * that a path without it, or under another folder, finds its session all the same.
   */
  public Optional<SessionEntry> byKey(SessionKey key) {
    List<Session> found = catalog
        .search()
        .subject(key.subject())
        .date(key.date(), key.date())
        .number(key.number())
        .list();
    List<Session> fit = found.size() < 2
        ? found
        : found.stream().filter(one -> one.lab().equals(key.lab())).toList();
    if (fit.isEmpty() && found.size() > 1) {
      List<String> names = found.stream().map(one -> one.key().toString()).toList();
      throw new AmbiguousException(
          "'" + key + "' names " + names.size() + " sessions: " + String.join(", ", names) + ".",
          "Write one of them with its lab.",
          names);
    }
    return fit.stream().findFirst().map(Session::key).flatMap(this::entry);
  }

  private Optional<SessionEntry> entry(SessionKey key) {
    try {
      return catalog.record().snapshot(catalog.commit()).find(key);
    } catch (IOException e) {
      throw new CatalogException(
          "The record of session '" + key + "' cannot be read: " + e.getMessage() + ".",
          "Look what is damaged: catalog.check().",
          e);
    }
  }

  /** The session in a path. */
  public Optional<SessionEntry> byPath(String path) {
    return AlfPath.of(path).findSession().map(SessionFolder::key).flatMap(this::byKey);
  }

  /** The error for a session that is not there; names the nearest. */
  public NoSuchSessionException missing(String asked) {
    try {
      Session found = catalog.session(asked);
      return new NoSuchSessionException(
          "No session is called exactly '" + asked + "'; nearest is '" + found.key() + "'.",
          "Use the whole name.");
    } catch (NoSuchSessionException e) {
      return e;
    }
  }

  /** The dataset in a path below a session; one whose name has an id in it is found by that. */
  public Optional<DatasetEntry> dataset(UUID namespace, SessionEntry session, String path) {
    Optional<DatasetPath> wanted = AlfPath.of(path).findDatasetPath();
    Optional<UUID> id = wanted.flatMap(p -> p.name().findUuid());
    String plain =
        wanted.map(p -> p.withName(p.name().withoutUuid()).toString()).orElse("");
    return session.datasets().stream()
        .filter(dataset -> id.map(
                given -> RecordMaps.id(namespace, session, dataset).equals(given))
            .orElseGet(() -> dataset.path().equals(plain)))
        .findFirst();
  }

  /** The local folder of a session, if a store on this machine has it. */
  public Optional<Path> folder(SessionEntry session) {
    List<Catalog.StoreInfo> stores = catalog.stores().list();
    return session.locations().stream()
        .flatMap(at -> stores.stream()
            .filter(store -> store.name().equals(at.store()) && store.root().startsWith("/"))
            .map(store -> Path.of(store.root()).resolve(at.path().value())))
        .findFirst();
  }
}
