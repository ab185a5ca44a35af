/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import io.alfheim.alf.AlfIds;
import io.alfheim.alf.AlfPath;
import io.alfheim.alf.SessionKey;
import io.alfheim.alf.SessionRef;
import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.data.Document;
import io.alfheim.one.internal.DatasetUrl;
import io.alfheim.one.internal.RecordMaps;
import io.alfheim.one.internal.SessionLookup;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * ONE's converters: a session is an id, a path, a reference or a record, and each becomes any other.
 * Immutable and safe for threads.
 *
 * <p>A record holds the values of a row of ONE's tables by the names of its columns; records and
 * dictionaries come as documents, {@code record.text("rel_path")}, and are taken as maps too. What ONE
 * answers with None is an empty {@code Optional}; whatever cannot be converted at all is a {@link
 * CatalogException}.
 */
public final class Converters {
  private static final int UUID_LENGTH = 36;

  private final Catalog catalog;
  private final SessionLookup sessions;
  private final Optional<URI> server;

  /** Over the sessions of a catalog, without a server for URLs. */
  public Converters(Catalog catalog) {
    this(catalog, Optional.empty());
  }

  private Converters(Catalog catalog, Optional<URI> server) {
    this.catalog = catalog;
    this.sessions = new SessionLookup(catalog);
    this.server = server;
  }

  /** The same, with the server of data that URLs are to begin with. */
  public Converters server(URI root) {
    return new Converters(catalog, Optional.of(root));
  }

  /**
   * The id of a session written as an id, a reference, a path, or a longer text that ends in an id. An
   * id need not be known.
   *
   * @throws CatalogException if the text is none of these, or no session is there
   */
  public UUID toEid(String session) {
    Optional<SessionRef> ref = SessionRef.find(session);
    if (ref.isPresent()) {
      return ref2eid(session);
    }
    if (AlfPath.of(session).findSession().isPresent()) {
      return path2eid(session).orElseThrow(() -> sessions.missing(session));
    }
    String last = session.substring(Math.max(0, session.length() - UUID_LENGTH));
    if (AlfIds.isUuid(last)) {
      return UUID.fromString(last);
    }
    throw new CatalogException(
        "'" + session + "' is no session: neither an id in lower case nor a reference nor a path.",
        "Write it as KS014/2020-01-01/001, 2020-01-01_1_KS014, or its id.");
  }

  /** The id itself. */
  public UUID toEid(UUID eid) {
    return eid;
  }

  /** The id of the session in a path. */
  public UUID toEid(Path path) {
    return toEid(DatasetUrl.text(path));
  }

  /** The id of the session of a record, which must say subject, date, number and lab. */
  public UUID toEid(Map<String, ?> session) {
    SessionKey key = RecordMaps.key(session);
    return sessions
        .byKey(key)
        .map(SessionEntry::id)
        .orElseThrow(() -> sessions.missing(key.toString()));
  }

  /** As {@link #toEid(Map)}, of a document. */
  public UUID toEid(Document session) {
    return toEid(RecordMaps.fields(session));
  }

  /** The ids of several sessions, each in any of the ways above. */
  public List<UUID> toEid(Collection<?> all) {
    return all.stream().map(this::anyToEid).toList();
  }

  private UUID anyToEid(Object session) {
    if (session instanceof UUID eid) {
      return eid;
    }
    if (session instanceof Map<?, ?> fields) {
      Map<String, Object> byName = new LinkedHashMap<>();
      fields.forEach((name, value) -> byName.put(String.valueOf(name), value));
      return toEid(byName);
    }
    if (session instanceof Document fields) {
      return toEid(fields);
    }
    return session instanceof Path path ? toEid(path) : toEid(String.valueOf(session));
  }

  /** The local folder of a session; empty if it is not known or on no disk of this machine. */
  public Optional<Path> eid2path(UUID eid) {
    return sessions.byId(eid).flatMap(sessions::folder);
  }

  /** As {@link #eid2path(UUID)}, of anything that {@link #toEid(String)} understands. */
  public Optional<Path> eid2path(String session) {
    return eid2path(toEid(session));
  }

  /** The local folders of several sessions. */
  public List<Optional<Path>> eid2path(Collection<?> all) {
    return toEid(all).stream().map(this::eid2path).toList();
  }

  /**
   * The id of the session in a path. Subject, date and number decide; the lab does only where several
   * labs have such a session.
   *
   * @throws io.alfheim.catalog.AmbiguousException if it does not decide
   */
  public Optional<UUID> path2eid(String path) {
    return sessions.byPath(path).map(SessionEntry::id);
  }

  /** As {@link #path2eid(String)}. */
  public Optional<UUID> path2eid(Path path) {
    return path2eid(DatasetUrl.text(path));
  }

  /** The ids of the sessions in several paths. */
  public List<Optional<UUID>> path2eid(Collection<?> paths) {
    return paths.stream()
        .map(path -> path instanceof Path p ? path2eid(p) : path2eid(String.valueOf(path)))
        .toList();
  }

  /**
   * The record of the session or, if the path goes to a file, of the dataset in a path or URL. A file
   * name with an id in it is found by that id.
   */
  public Optional<Document> path2record(String pathOrUrl) {
    String path = DatasetUrl.path(pathOrUrl);
    Optional<SessionEntry> session = sessions.byPath(path);
    if (AlfPath.of(path).isSession()) {
      return session.map(RecordMaps::of);
    }
    UUID namespace = catalog.namespace();
    return session.flatMap(found -> sessions
        .dataset(namespace, found, path)
        .map(dataset -> RecordMaps.of(namespace, found, dataset)));
  }

  /** As {@link #path2record(String)}. */
  public Optional<Document> path2record(Path path) {
    return path2record(DatasetUrl.text(path));
  }

  /**
   * The URL of the dataset in a path; empty if it is not known.
   *
   * @throws CatalogException without a {@link #server}
   */
  public Optional<URI> path2url(String path) {
    requireServer();
    return path2record(path).map(this::record2url);
  }

  /**
   * The URL of the session or dataset of a record, which has the id of a dataset in its name.
   *
   * @throws CatalogException without a {@link #server}, or if the session is not known
   */
  public URI record2url(Map<String, ?> record) {
    URI root = requireServer();
    Optional<String> path = DatasetUrl.pathOf(record);
    SessionEntry session = sessionOf(record);
    return DatasetUrl.of(
        root,
        session.key().path()
            + path.map(below -> "/" + DatasetUrl.withId(below, record)).orElse(""));
  }

  /** As {@link #record2url(Map)}, of a document. */
  public URI record2url(Document record) {
    return record2url(RecordMaps.fields(record));
  }

  /** The URLs of several records. */
  public List<URI> record2url(Collection<Document> records) {
    return records.stream().map(this::record2url).toList();
  }

  private URI requireServer() {
    return server.orElseThrow(() -> new CatalogException(
        "There is no server of data that a URL could begin with.",
        "Name one: .server(URI.create(\"https://…\"))."));
  }

  /**
   * The local file of the dataset, or folder of the session, of a record, whether it is there or not.
   *
   * @throws CatalogException if the session is not known or on no disk of this machine
   */
  public Path record2path(Map<String, ?> record) {
    SessionEntry session = sessionOf(record);
    Path folder = sessions
        .folder(session)
        .orElseThrow(() -> new CatalogException(
            "Session '" + session.key() + "' is in no folder of this machine.",
            "Its datasets can be loaded all the same: session(\"" + session.key() + "\")."));
    return DatasetUrl.pathOf(record).map(folder::resolve).orElse(folder);
  }

  /** As {@link #record2path(Map)}, of a document. */
  public Path record2path(Document record) {
    return record2path(RecordMaps.fields(record));
  }

  private SessionEntry sessionOf(Map<String, ?> record) {
    boolean dataset = DatasetUrl.pathOf(record).isPresent();
    Object eid = record.get(dataset ? "eid" : "id");
    if (eid == null && dataset) {
      throw new CatalogException(
          "A record of a dataset needs eid and rel_path; this one has "
              + String.join(", ", record.keySet()) + ".",
          "A record has the names of the columns of ONE's tables, the index included.");
    }
    UUID id = eid == null ? toEid(record) : toEid(eid.toString());
    return sessions.byId(id).orElseThrow(() -> sessions.missing(id.toString()));
  }

  /**
   * The reference to a session.
   *
   * @throws io.alfheim.catalog.NoSuchSessionException if it is not known
   */
  public SessionRef eid2ref(UUID eid) {
    return sessions
        .byId(eid)
        .map(session -> SessionRef.of(session.key()))
        .orElseThrow(() -> sessions.missing(eid.toString()));
  }

  /** As {@link #eid2ref(UUID)}, of anything that {@link #toEid(String)} understands. */
  public SessionRef eid2ref(String session) {
    return eid2ref(toEid(session));
  }

  /** The references to several sessions. */
  public List<SessionRef> eid2ref(Collection<?> all) {
    return toEid(all).stream().map(this::eid2ref).toList();
  }

  /**
   * The id of the session that a reference means. The subject is the whole name: {@code
   * 2019-07-17_1_ZM_33} is not a session of {@code ZM_335}.
   *
   * @throws io.alfheim.catalog.NoSuchSessionException if there is none
   * @throws io.alfheim.catalog.AmbiguousException if several labs have one
   */
  public UUID ref2eid(String ref) {
    return sessions
        .byKey(SessionRef.parse(ref).key())
        .map(SessionEntry::id)
        .orElseThrow(() -> sessions.missing(ref));
  }

  /** As {@link #ref2eid(String)}, of a dictionary with date, sequence and subject. */
  public UUID ref2eid(Map<String, ?> ref) {
    return ref2eid(SessionRef.of(ref).toString());
  }

  /** As {@link #ref2eid(Map)}, of a document. */
  public UUID ref2eid(Document ref) {
    return ref2eid(RecordMaps.fields(ref));
  }

  /** The ids of several references. */
  public List<UUID> ref2eid(Collection<String> refs) {
    return refs.stream().map(this::ref2eid).toList();
  }

  /** The local folder of the session that a reference means; empty if it is on no disk here. */
  public Optional<Path> ref2path(String ref) {
    return eid2path(ref2eid(ref));
  }

  /** The local folders of several references. */
  public List<Optional<Path>> ref2path(Collection<String> refs) {
    return refs.stream().map(this::ref2path).toList();
  }

  /** The reference to the session in a path, spelled as the folder is; no session need be known. */
  public Optional<SessionRef> path2ref(String path) {
    return SessionRef.findInPath(DatasetUrl.path(path));
  }

  /** As {@link #path2ref(String)}. */
  public Optional<SessionRef> path2ref(Path path) {
    return path2ref(DatasetUrl.text(path));
  }

  /** Whether a text is a reference. */
  public boolean isExpRef(String text) {
    return SessionRef.isRef(text);
  }

  /** For each text whether it is a reference. */
  public List<Boolean> isExpRef(Collection<String> texts) {
    return texts.stream().map(this::isExpRef).toList();
  }

  /** A reference as a dictionary: date, sequence as a number, subject. */
  public Document ref2dict(String ref) {
    SessionRef parsed = SessionRef.parse(ref);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("date", parsed.date().toString());
    fields.put("sequence", parsed.key().number());
    fields.put("subject", parsed.subject());
    return Document.of(fields);
  }

  /** A dictionary with date, sequence (or number) and subject as a reference; empty for an empty one. */
  public Optional<SessionRef> dict2ref(Map<String, ?> fields) {
    return fields.isEmpty() ? Optional.empty() : Optional.of(SessionRef.of(fields));
  }

  /** As {@link #dict2ref(Map)}, of a document. */
  public Optional<SessionRef> dict2ref(Document fields) {
    return dict2ref(RecordMaps.fields(fields));
  }
}
