/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.SessionFolder;
import io.alfheim.alf.SessionKey;
import io.alfheim.store.Listing;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the session folders of a store, level by level; what is inside them is not looked at. */
final class SessionFinder {
  private static final Comparator<Found> PREFERRED = Comparator.<Found, Boolean>comparing(
          found -> !found.folder.isPadded())
      .thenComparing(Found::path);

  private final Stores.Place place;
  private final Workers workers;
  private final ScanTally tally;

  SessionFinder(Stores.Place place, Workers workers, ScanTally tally) {
    this.place = place;
    this.workers = workers;
    this.tally = tally;
  }

  /** A session folder and where it is. */
  record Found(SessionFolder folder, StorePath path) {}

  /** The sessions, in order; of several folders for one session the others are reported. */
  SortedMap<SessionKey, Found> find() throws IOException {
    List<Found> all = Collections.synchronizedList(new ArrayList<>());
    List<StorePath> level = List.of(place.folder());
    while (!level.isEmpty()) {
      List<StorePath> next = Collections.synchronizedList(new ArrayList<>());
      workers.forEach(level, folder -> {
        Optional<SessionFolder> session = SessionFolder.match(names(folder));
        if (session.isPresent()) {
          all.add(new Found(session.get(), folder));
        } else {
          next.addAll(foldersIn(folder));
        }
      });
      level = List.copyOf(next);
    }
    return unique(all);
  }

  private List<String> names(StorePath folder) {
    List<String> names = new ArrayList<>(place.above());
    if (!folder.isRoot()) {
      Collections.addAll(names, folder.value().split("/"));
    }
    return names;
  }

  private List<StorePath> foldersIn(StorePath folder) throws IOException {
    Listing listing;
    try {
      listing = place.store().list(folder);
    } catch (IOException e) {
      if (folder.equals(place.folder())) {
        throw e;
      }
      tally.problem(folder.value(), "cannot be listed: " + e.getMessage());
      return List.of();
    }
    listing.problems().forEach(problem -> tally.problem(problem.path(), problem.reason()));
    List<StorePath> folders = new ArrayList<>();
    for (StoreEntry entry : listing.entries()) {
      if (entry.folder()) {
        if (!KeptContent.isFolder(entry.path())) {
          folders.add(entry.path());
        }
      } else {
        tally.leaveOut(entry.path().value(), "is not inside a session folder");
      }
    }
    return folders;
  }

  private SortedMap<SessionKey, Found> unique(List<Found> all) {
    SortedMap<SessionKey, Found> byKey = new TreeMap<>();
    all.stream().sorted(PREFERRED).forEach(found -> {
      Found taken = byKey.putIfAbsent(found.folder().key(), found);
      if (taken != null) {
        tally.again(found.path().value(), taken.path().value());
      }
    });
    return byKey;
  }
}
