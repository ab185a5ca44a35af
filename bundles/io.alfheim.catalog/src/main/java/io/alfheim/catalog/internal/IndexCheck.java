/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static io.alfheim.catalog.CheckLevel.INDEX;
import static io.alfheim.catalog.Finding.Problem.INDEX_DIFFERS;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.Counted;
import io.alfheim.catalog.spi.CatalogIndex;
import io.alfheim.catalog.spi.CatalogIndex.FieldValue;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.Field;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.SessionQuery;
import io.alfheim.catalog.spi.SessionRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares the index with the record: the row of every session, and for every field which values
 * there are and how many sessions have each. Holds a row per session, and each value once, all as of
 * one commit: the index may go on while the record is read.
 */
final class IndexCheck {
  private static final String REBUILD = " Make the index anew: catalog.rebuild().";
  private static final int TRIES = 10;
  private final CommitId commit;
  private final CheckTally tally;
  private final Map<SessionKey, SessionRow> rows = new HashMap<>();
  private final Map<Field, Map<String, Count>> values = new EnumMap<>(Field.class);

  /** How many sessions have a value. */
  private static final class Count {
    int indexed;
    int recorded;
  }

  /** Of the index as of its newest commit. */
  static IndexCheck of(Backends backends, CheckTally tally) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      CatalogIndex index = backends.index();
      CommitId commit = index.commit();
      IndexCheck check = new IndexCheck(index, commit, tally);
      if (index.commit().equals(commit)) {
        return check;
      }
    }
    throw new IOException("Others commit faster than it can be read.");
  }

  private IndexCheck(CatalogIndex index, CommitId commit, CheckTally tally) throws IOException {
    this.commit = commit;
    this.tally = tally;
    for (SessionRow row : index.search(SessionQuery.ALL)) {
      rows.put(row.key(), row);
    }
    for (Field field : Field.values()) {
      Map<String, Count> counts = new TreeMap<>();
      for (FieldValue value : index.values(field, SessionQuery.ALL)) {
        counts.computeIfAbsent(value.value(), v -> new Count()).indexed = value.sessions();
      }
      values.put(field, counts);
    }
  }

  /** The commit that it stands at, of which all sessions are to be compared. */
  CommitId commit() {
    return commit;
  }

  /** Compares one session of the record. */
  void look(SessionEntry session) {
    SessionRow row = rows.remove(session.key());
    if (row == null) {
      differs(session.key().toString(), "The index does not have the session.");
    } else if (!row.equals(row(session))) {
      differs(session.key().toString(), "The index has the session otherwise.");
    }
    count(Field.LAB, Set.of(session.key().lab()));
    count(Field.SUBJECT, Set.of(session.key().subject()));
    count(Field.PROTOCOL, Set.of(session.protocol()));
    count(Field.PROJECT, Set.copyOf(session.projects()));
    Set<String> paths = new TreeSet<>();
    Set<String> files = new TreeSet<>();
    Set<String> collections = new TreeSet<>();
    Set<String> revisions = new TreeSet<>();
    for (DatasetEntry dataset : session.datasets()) {
      paths.add(dataset.path());
      List<String> parts = new ArrayList<>(List.of(dataset.path().split("/", -1)));
      files.add(parts.remove(parts.size() - 1));
      String last = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
      boolean revised = last.length() > 2 && last.startsWith("#") && last.endsWith("#");
      revisions.add(revised ? last.substring(1, last.length() - 1) : "");
      collections.add(String.join("/", revised ? parts.subList(0, parts.size() - 1) : parts));
    }
    count(Field.PATH, paths);
    count(Field.FILE, files);
    count(Field.COLLECTION, collections);
    count(Field.REVISION, revisions);
  }

  private static SessionRow row(SessionEntry session) {
    long bytes = session.datasets().stream()
        .mapToLong(DatasetEntry::size)
        .filter(n -> n > 0)
        .sum();
    return new SessionRow(
        session.key(),
        session.id(),
        session.protocol(),
        session.projects(),
        session.datasets().size(),
        bytes);
  }

  private void count(Field field, Set<String> found) {
    Map<String, Count> counts = Objects.requireNonNull(values.get(field));
    found.forEach(value -> counts.computeIfAbsent(value, v -> new Count()).recorded++);
  }

  /** Compares what can be compared only after all sessions were seen. */
  void finish() {
    rows.keySet()
        .forEach(key -> differs(key.toString(), "The index has a session that is not recorded."));
    values.forEach((field, counts) -> counts.forEach((value, count) -> {
      if (count.indexed != count.recorded) {
        differs(
            name(field, value),
            "The index counts " + Counted.of(count.indexed, "session") + ", the record "
                + count.recorded + ".");
      }
    }));
  }

  private static String name(Field field, String value) {
    return field.name().toLowerCase(java.util.Locale.ROOT) + " '" + value + "'";
  }

  private void differs(String where, String what) {
    tally.found(INDEX, INDEX_DIFFERS, where, what + REBUILD);
  }
}
