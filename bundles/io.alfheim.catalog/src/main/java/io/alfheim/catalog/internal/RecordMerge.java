/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.Counted;
import io.alfheim.catalog.FetchReport.Conflict;
import io.alfheim.catalog.Side;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.Editor;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.store.Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
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
   * @param bases what it was in the newest commits that led to both sides; where these differ, nobody
   *     knows what it was
   * @param there what became of it there
   */
  void merge(
      SessionKey key,
      List<@Nullable SessionEntry> bases,
      @Nullable SessionEntry there,
      Editor editor)
      throws IOException {
    SessionEntry here = editor.base().find(key).orElse(null);
    SessionEntry merged = merge(key, bases, here, there);
    if (merged != null) {
      editor.put(merged);
    } else {
      editor.remove(key);
    }
  }

  private @Nullable SessionEntry merge(
      SessionKey key,
      List<@Nullable SessionEntry> bases,
      @Nullable SessionEntry here,
      @Nullable SessionEntry there) {
    if (here == null
        || there == null
        || !here.id().equals(there.id())
        || all(bases, here)
        || here.equals(there)) {
      return pick(key, "", bases, here, there);
    }
    List<SessionEntry> old = new ArrayList<>();
    for (SessionEntry base : bases) {
      old.add(base == null ? empty(here) : Holders.named(base));
    }
    return Holders.brief(both(key, old, Holders.named(here), Holders.named(there)));
  }

  private static SessionEntry empty(SessionEntry like) {
    return new SessionEntry(like.key(), like.id(), "", List.of(), List.of(), List.of());
  }

  /** Of two that name all stores of their datasets. */
  private SessionEntry both(
      SessionKey key, List<SessionEntry> old, SessionEntry here, SessionEntry there) {
    List<DatasetEntry> datasets = datasets(key, old, here, there);
    String protocol = Objects.requireNonNull(
        pick(key, "", each(old, SessionEntry::protocol), here.protocol(), there.protocol()));
    List<String> projects = Objects.requireNonNull(
        pick(key, "", each(old, SessionEntry::projects), here.projects(), there.projects()));
    return new SessionEntry(
        key, here.id(), protocol, projects, locations(old, here, there, datasets), datasets);
  }

  /** Something of a session, if it has that. */
  private interface Part<S, T> {
    @Nullable
    T of(S side);
  }

  private static <S, T> List<@Nullable T> each(List<S> sides, Part<S, T> part) {
    List<@Nullable T> parts = new ArrayList<>();
    sides.forEach(side -> parts.add(part.of(side)));
    return parts;
  }

  /** A place that one side left stays as long as something is there. */
  private List<Location> locations(
      List<SessionEntry> old, SessionEntry here, SessionEntry there, List<DatasetEntry> datasets) {
    Map<String, Location> ours = Holders.places(here);
    Map<String, Location> theirs = Holders.places(there);
    Set<String> held = Holders.ofAny(datasets);
    Set<String> stores = new LinkedHashSet<>(ours.keySet());
    stores.addAll(theirs.keySet());
    List<Location> merged = new ArrayList<>();
    for (String store : stores) {
      List<@Nullable Location> before = each(old, base -> Holders.places(base).get(store));
      Location one = ours.get(store);
      Location other = theirs.get(store);
      Location at = pick(here.key(), "", before, one, other);
      if (at == null && held.contains(store)) {
        at = one == null ? other : one;
      }
      if (at != null) {
        merged.add(at);
      }
    }
    return merged;
  }

  private List<DatasetEntry> datasets(
      SessionKey key, List<SessionEntry> bases, SessionEntry here, SessionEntry there) {
    List<Map<String, DatasetEntry>> old =
        bases.stream().map(RecordMerge::byPath).toList();
    Map<String, DatasetEntry> ours = byPath(here);
    Map<String, DatasetEntry> theirs = byPath(there);
    Set<String> paths = new TreeSet<>(ours.keySet());
    paths.addAll(theirs.keySet());
    List<DatasetEntry> merged = new ArrayList<>();
    for (String path : paths) {
      List<@Nullable DatasetEntry> before = each(old, base -> base.get(path));
      DatasetEntry one = dataset(key, path, before, ours.get(path), theirs.get(path));
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

  /** Where the same bytes are is merged store by store; where other bytes are goes with the bytes. */
  private @Nullable DatasetEntry dataset(
      SessionKey key,
      String path,
      List<@Nullable DatasetEntry> bases,
      @Nullable DatasetEntry here,
      @Nullable DatasetEntry there) {
    Set<Set<String>> before = new HashSet<>();
    bases.forEach(base -> before.add(base == null ? Set.of() : Set.copyOf(base.stores())));
    if (here == null
        || there == null
        || before.size() > 1
        || Holders.isNowhere(here)
        || Holders.isNowhere(there)
        || !mayBeTheSame(here, there)) {
      return pick(key, path, bases, here, there);
    }
    List<@Nullable DatasetEntry> old = new ArrayList<>();
    bases.forEach(base -> old.add(base == null ? null : base.withStores(true, List.of())));
    DatasetEntry merged = Objects.requireNonNull(
        pick(key, path, old, here.withStores(true, List.of()), there.withStores(true, List.of())));
    Set<String> stores = new TreeSet<>(here.stores());
    stores.addAll(there.stores());
    stores.removeIf(store -> before.stream().anyMatch(known -> known.contains(store))
        && !(here.stores().contains(store) && there.stores().contains(store)));
    return merged.withStores(!stores.isEmpty(), List.copyOf(stores));
  }

  private static boolean mayBeTheSame(DatasetEntry one, DatasetEntry other) {
    boolean sizes = one.size() == other.size()
        || one.size() == DatasetEntry.UNKNOWN_SIZE
        || other.size() == DatasetEntry.UNKNOWN_SIZE;
    return sizes
        && (one.hash().equals(other.hash())
            || one.hash().isEmpty()
            || other.hash().isEmpty());
  }

  private static boolean all(List<? extends @Nullable Object> bases, @Nullable Object value) {
    return bases.stream().allMatch(base -> Objects.equals(base, value));
  }

  /** What one side changed wins over what the other left; otherwise the side that was chosen. */
  private <T> @Nullable T pick(
      SessionKey key, String path, List<@Nullable T> bases, @Nullable T here, @Nullable T there) {
    if (Objects.equals(here, there) || all(bases, there)) {
      return here;
    }
    if (all(bases, here)) {
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
      String stores =
          dataset.stores().isEmpty() ? "" : ", in " + String.join(", ", dataset.stores());
      return SessionChanges.content(dataset) + ", QC " + dataset.qc() + stores;
    }
    return value == null ? "removed" : value.toString();
  }
}
