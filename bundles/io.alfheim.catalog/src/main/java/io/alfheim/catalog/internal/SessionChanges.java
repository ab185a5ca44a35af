/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.Change;
import io.alfheim.catalog.Change.Kind;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionChange;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.store.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says in single changes what became of one session. */
final class SessionChanges {
  private final SessionKey key;
  private final @Nullable SessionEntry before;
  private final @Nullable SessionEntry after;
  private final List<Change> changes = new ArrayList<>();

  private SessionChanges(SessionChange change) {
    this.key = change.key();
    this.before = change.before();
    this.after = change.after();
  }

  /** The changes: of the session itself first, then of its datasets by path. */
  static List<Change> of(SessionChange change) {
    SessionChanges all = new SessionChanges(change);
    SessionEntry before = change.before();
    SessionEntry after = change.after();
    if (before != null && after != null) {
      all.session(before, after);
    }
    all.datasets(byPath(before), byPath(after));
    return all.changes;
  }

  private static Map<String, DatasetEntry> byPath(@Nullable SessionEntry session) {
    Map<String, DatasetEntry> datasets = new TreeMap<>();
    if (session != null) {
      session.datasets().forEach(dataset -> datasets.put(dataset.path(), dataset));
    }
    return datasets;
  }

  private void add(String dataset, Kind kind, Object before, Object after) {
    changes.add(new Change(key, dataset, kind, before.toString(), after.toString()));
  }

  private void addIf(String dataset, Kind kind, Object before, Object after) {
    if (!before.equals(after)) {
      add(dataset, kind, before, after);
    }
  }

  private void session(SessionEntry before, SessionEntry after) {
    addIf("", Kind.MOVED, before.locations(), after.locations());
    addIf("", Kind.DETAILS, before.id(), after.id());
    addIf("", Kind.DETAILS, before.protocol(), after.protocol());
    addIf("", Kind.DETAILS, before.projects(), after.projects());
  }

  private void datasets(Map<String, DatasetEntry> before, Map<String, DatasetEntry> after) {
    Map<String, DatasetEntry> gone = new HashMap<>();
    before.forEach((path, dataset) -> {
      if (!after.containsKey(path) && !dataset.hash().isEmpty()) {
        gone.put(content(dataset), dataset);
      }
    });
    Map<String, DatasetEntry> rest = new TreeMap<>(before);
    after.forEach((path, now) -> {
      DatasetEntry was = rest.remove(path);
      DatasetEntry source = was == null && !now.hash().isEmpty() ? gone.remove(content(now)) : null;
      if (was != null) {
        dataset(was, now);
      } else if (source != null && rest.remove(source.path()) != null) {
        add(path, Kind.MOVED, source.path(), path);
        details(source, now);
      } else {
        add(path, Kind.ADDED, "", content(now));
      }
    });
    rest.forEach((path, dataset) -> add(path, Kind.REMOVED, content(dataset), ""));
  }

  private void dataset(DatasetEntry was, DatasetEntry now) {
    boolean otherHash =
        !was.hash().isEmpty() && !now.hash().isEmpty() && !was.hash().equals(now.hash());
    boolean otherSize = was.size() != now.size() && was.size() != DatasetEntry.UNKNOWN_SIZE;
    if (otherHash || otherSize) {
      add(now.path(), Kind.CONTENT, content(was), content(now));
    } else {
      addIf(now.path(), Kind.DETAILS, content(was), content(now));
    }
    details(was, now);
  }

  private void details(DatasetEntry was, DatasetEntry now) {
    addIf(now.path(), Kind.QC, was.qc(), now.qc());
    addIf(now.path(), Kind.MOVED, place(before, was), place(after, now));
    addIf(now.path(), Kind.DEFAULT_REVISION, isDefault(was), isDefault(now));
    addIf(now.path(), Kind.DETAILS, id(was), id(now));
  }

  /** Size and hash, as far as they are known, in words. */
  static String content(DatasetEntry dataset) {
    String size =
        dataset.size() == DatasetEntry.UNKNOWN_SIZE ? "size unknown" : dataset.size() + " bytes";
    return dataset.hash().isEmpty() ? size : size + ", MD5 " + dataset.hash();
  }

  /** By name: that a dataset is in every store of its session says something else in each. */
  private static String place(@Nullable SessionEntry session, DatasetEntry dataset) {
    List<String> stores = session == null || !dataset.present()
        ? List.of()
        : session.locations().stream()
            .map(Location::store)
            .filter(store -> dataset.stores().isEmpty() || dataset.stores().contains(store))
            .sorted()
            .toList();
    return stores.isEmpty() ? "in no store" : "in " + String.join(", ", stores);
  }

  private static String isDefault(DatasetEntry dataset) {
    Boolean said = dataset.defaultRevision();
    return said == null ? "" : said ? "default" : "not the default";
  }

  private static String id(DatasetEntry dataset) {
    return Objects.toString(dataset.givenId(), "");
  }
}
