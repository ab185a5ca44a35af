/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.Counted;
import io.alfheim.catalog.FetchReport.Conflict;
import io.alfheim.catalog.Side;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.Editor;
import io.alfheim.catalog.spi.SessionChange;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.store.Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Brings what changed there into what is here, session by session, and within a session dataset by
 * dataset. What both changed, each in its way, is a conflict.
 */
final class RecordMerge {
  private final Optional<Side> choice;
  private final List<Conflict> conflicts = new ArrayList<>();

  RecordMerge(Optional<Side> choice) {
    this.choice = choice;
  }

  List<Conflict> conflicts() {
    return conflicts;
  }

  /**
   * Merges one session.
   *
   * @param there what became of it there since both were the same
   */
  void merge(SessionChange there, Editor editor) throws IOException {
    SessionEntry here = editor.base().find(there.key()).orElse(null);
    SessionEntry merged = merge(there.key(), there.before(), here, there.after());
    if (merged != null) {
      editor.put(merged);
    } else {
      editor.remove(there.key());
    }
  }

  private @Nullable SessionEntry merge(
      SessionKey key,
      @Nullable SessionEntry base,
      @Nullable SessionEntry here,
      @Nullable SessionEntry there) {
    if (here == null
        || there == null
        || !here.id().equals(there.id())
        || here.equals(base)
        || here.equals(there)) {
      return pick(key, "", base, here, there);
    }
    SessionEntry old = base == null ? empty(here) : base;
    Set<Location> locations = new LinkedHashSet<>(here.locations());
    locations.removeIf(at -> old.locations().contains(at) && !there.locations().contains(at));
    locations.addAll(there.locations());
    String protocol =
        Objects.requireNonNull(pick(key, "", old.protocol(), here.protocol(), there.protocol()));
    List<String> projects =
        Objects.requireNonNull(pick(key, "", old.projects(), here.projects(), there.projects()));
    return new SessionEntry(
        key,
        here.id(),
        protocol,
        projects,
        List.copyOf(locations),
        datasets(key, old, here, there));
  }

  private static SessionEntry empty(SessionEntry like) {
    return new SessionEntry(like.key(), like.id(), "", List.of(), List.of(), List.of());
  }

  private List<DatasetEntry> datasets(
      SessionKey key, SessionEntry base, SessionEntry here, SessionEntry there) {
    Map<String, DatasetEntry> old = byPath(base);
    Map<String, DatasetEntry> ours = byPath(here);
    Map<String, DatasetEntry> theirs = byPath(there);
    Set<String> paths = new TreeSet<>(ours.keySet());
    paths.addAll(theirs.keySet());
    List<DatasetEntry> merged = new ArrayList<>();
    for (String path : paths) {
      DatasetEntry one = pick(key, path, old.get(path), ours.get(path), theirs.get(path));
      if (one != null) {
        merged.add(one);
      }
    }
    return merged;
  }

  private static Map<String, DatasetEntry> byPath(SessionEntry session) {
    Map<String, DatasetEntry> datasets = new TreeMap<>();
    session.datasets().forEach(dataset -> datasets.put(dataset.path(), dataset));
    return datasets;
  }

  /** What one side changed wins over what the other left; otherwise the side that was chosen. */
  private <T> @Nullable T pick(
      SessionKey key, String path, @Nullable T base, @Nullable T here, @Nullable T there) {
    if (Objects.equals(here, there) || Objects.equals(there, base)) {
      return here;
    }
    if (Objects.equals(here, base)) {
      return there;
    }
    conflicts.add(new Conflict(key, path, words(here), words(there)));
    return choice.equals(Optional.of(Side.THERE)) ? there : here;
  }

  private static String words(@Nullable Object value) {
    if (value instanceof SessionEntry session) {
      return session.id() + ", " + Counted.of(session.datasets().size(), "dataset");
    }
    if (value instanceof DatasetEntry dataset) {
      return SessionChanges.content(dataset) + ", QC " + dataset.qc();
    }
    return value == null ? "removed" : value.toString();
  }
}
