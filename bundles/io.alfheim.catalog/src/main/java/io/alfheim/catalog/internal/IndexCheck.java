/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static io.alfheim.catalog.CheckLevel.INDEX;
import static io.alfheim.catalog.Finding.Problem.INDEX_DIFFERS;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.spi.CatalogIndex;
import io.alfheim.catalog.spi.CatalogIndex.FieldValue;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares the index with the record: the row of every session, and for every field which values
 * there are and how many sessions have each. Holds a row per session, and each value once.
 */
final class IndexCheck {
  private static final String REBUILD = " Make the index anew: catalog.rebuild().";
  private final CatalogIndex index;
  private final CheckTally tally;
  private final Map<SessionKey, SessionRow> rows = new HashMap<>();
  private final Map<Field, Map<String, Integer>> values = new EnumMap<>(Field.class);

  IndexCheck(CatalogIndex index, CheckTally tally) throws IOException {
    this.index = index;
    this.tally = tally;
    for (SessionRow row : index.search(SessionQuery.ALL)) {
      rows.put(row.key(), row);
    }
    for (Field field : Field.values()) {
      values.put(field, new TreeMap<>());
    }
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
    Map<String, Integer> counts = java.util.Objects.requireNonNull(values.get(field));
    found.forEach(value -> counts.merge(value, 1, Integer::sum));
  }

  /** Compares what can be compared only after all sessions were seen. */
  void finish() throws IOException {
    rows.keySet()
        .forEach(key -> differs(key.toString(), "The index has a session that is not recorded."));
    for (Map.Entry<Field, Map<String, Integer>> field : values.entrySet()) {
      Map<String, Integer> recorded = field.getValue();
      for (FieldValue value : index.values(field.getKey(), SessionQuery.ALL)) {
        Integer count = recorded.remove(value.value());
        if (count == null || count != value.sessions()) {
          differs(
              name(field.getKey(), value.value()),
              "The index counts " + value.sessions() + " sessions, the record "
                  + (count == null ? 0 : count) + ".");
        }
      }
      recorded.forEach((value, count) -> differs(
          name(field.getKey(), value), "The index counts no session, the record " + count + "."));
    }
  }

  private static String name(Field field, String value) {
    return field.name().toLowerCase(java.util.Locale.ROOT) + " '" + value + "'";
  }

  private void differs(String where, String what) {
    tally.found(INDEX, INDEX_DIFFERS, where, what + REBUILD);
  }
}
