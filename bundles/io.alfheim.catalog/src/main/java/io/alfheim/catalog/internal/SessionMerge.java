/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.store.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts together what the record knows of a session and what one store has of it now. What other stores
 * have, and what people said of the datasets, stays.
 *
 * <p>A dataset has one content, and only stores that have it are said to. Where a store had it and has
 * other bytes now, these are the content from now on, and no other store has them. Where a store has
 * other bytes than stores that the record knows the content from, the record stays as it is, and the
 * scan tells of a problem.
 */
final class SessionMerge {
  private final String store;
  private final ScanTally tally;

  SessionMerge(String store, ScanTally tally) {
    this.store = store;
    this.tally = tally;
  }

  /**
   * Merges.
   *
   * @param known the session as recorded
   * @param at its folder in the store
   * @param found the files there, by path
   * @param complete whether everything was seen, so that a file not found is gone
   */
  SessionEntry merge(
      SessionEntry known, Location at, Map<String, DatasetEntry> found, boolean complete) {
    Map<String, Location> places = Holders.places(known);
    places.put(store, at);
    List<String> otherStores = otherStores(known);
    Map<String, DatasetEntry> datasets = new TreeMap<>();
    for (DatasetEntry old : known.datasets()) {
      DatasetEntry now = found.get(old.path());
      if (now != null) {
        boolean isOther = differs(old, now);
        datasets.put(
            old.path(), isOther ? other(old, now, known, at) : again(old, now, otherStores));
      } else if (complete) {
        gone(old, otherStores, datasets);
      } else {
        datasets.put(old.path(), unseen(old, known, otherStores));
      }
    }
    found.forEach((path, dataset) -> {
      if (datasets.putIfAbsent(path, in(dataset, otherStores)) == null) {
        tally.added.increment();
      }
    });
    return new SessionEntry(
        known.key(),
        known.id(),
        known.protocol(),
        known.projects(),
        List.copyOf(places.values()),
        List.copyOf(datasets.values()));
  }

  /** A session seen for the first time. */
  SessionEntry first(SessionEntry empty, Map<String, DatasetEntry> found) {
    tally.added.add(found.size());
    return new SessionEntry(
        empty.key(),
        empty.id(),
        empty.protocol(),
        empty.projects(),
        empty.locations(),
        List.copyOf(new TreeMap<>(found).values()));
  }

  private List<String> otherStores(SessionEntry known) {
    return known.locations().stream()
        .map(Location::store)
        .filter(name -> !name.equals(store))
        .toList();
  }

  private static boolean differs(DatasetEntry old, DatasetEntry now) {
    boolean sizeDiffers = old.size() != now.size() && old.size() != DatasetEntry.UNKNOWN_SIZE;
    boolean hashDiffers =
        !now.hash().isEmpty() && !old.hash().isEmpty() && !now.hash().equals(old.hash());
    return sizeDiffers || hashDiffers;
  }

  private DatasetEntry again(DatasetEntry old, DatasetEntry now, List<String> otherStores) {
    List<String> holders = holders(old, otherStores);
    if (!holders.contains(store)) {
      holders.add(store);
    }
    return old.withContent(now.size(), now.hash().isEmpty() ? old.hash() : now.hash())
        .withStores(true, compact(holders, otherStores));
  }

  /** Nobody can tell which of two is the newer, but that a store has changed what it had. */
  private DatasetEntry other(DatasetEntry old, DatasetEntry now, SessionEntry known, Location at) {
    List<String> otherStores = otherStores(known);
    List<String> holders = holders(old, otherStores);
    boolean wasHere = otherStores.size() < known.locations().size();
    boolean heldHere = holders.remove(store) || (old.stores().isEmpty() && wasHere);
    if (heldHere || holders.isEmpty()) {
      tally.changed.increment();
      return old.withContent(now.size(), now.hash())
          .withStores(true, compact(List.of(store), otherStores));
    }
    tally.problem(
        at.path().resolve(old.path()).value(),
        "has other content (" + SessionChanges.content(now) + ") than the record knows from store '"
            + String.join("', '", holders) + "' (" + SessionChanges.content(old)
            + "); replace what is wrong, and scan its store");
    return old.withStores(true, compact(holders, otherStores));
  }

  /** In a store that the session was not in before, nobody has said that the dataset is there too. */
  private static DatasetEntry unseen(
      DatasetEntry old, SessionEntry known, List<String> otherStores) {
    boolean newHere = otherStores.size() == known.locations().size() && !otherStores.isEmpty();
    return newHere && old.present() && old.stores().isEmpty()
        ? old.withStores(true, otherStores)
        : old;
  }

  private void gone(DatasetEntry old, List<String> otherStores, Map<String, DatasetEntry> into) {
    List<String> holders = holders(old, otherStores);
    boolean heldHere = holders.remove(store) || old.stores().isEmpty();
    if (!holders.isEmpty()) {
      into.put(old.path(), old.withStores(true, compact(holders, otherStores)));
    } else if (heldHere && old.present()) {
      tally.removed.increment();
    } else {
      into.put(old.path(), old);
    }
  }

  private DatasetEntry in(DatasetEntry found, List<String> otherStores) {
    return found.withStores(true, otherStores.isEmpty() ? List.of() : List.of(store));
  }

  /** The stores that had the dataset before, by name. */
  private static List<String> holders(DatasetEntry old, List<String> otherStores) {
    if (!old.present()) {
      return new ArrayList<>();
    }
    return new ArrayList<>(old.stores().isEmpty() ? otherStores : old.stores());
  }

  /** All stores of the session are written as none. */
  private List<String> compact(List<String> holders, List<String> otherStores) {
    boolean everywhere = holders.contains(store) && holders.containsAll(otherStores);
    return everywhere ? List.of() : holders.stream().sorted().toList();
  }
}
