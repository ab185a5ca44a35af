/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Dataset;
import io.alfheim.store.Content;
import io.alfheim.store.Location;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that a move deletes in the end. None goes that was not compared with its copy, byte by byte,
 * or that has changed since.
 */
final class Originals {
  private static final Logger log = LoggerFactory.getLogger(Originals.class);

  private final Stores stores;
  private final WritableStore to;
  private final Map<Location, WritableStore> places = new LinkedHashMap<>();
  private final Map<Location, StoreEntry> compared = new ConcurrentHashMap<>();
  private final Set<Location> apart = ConcurrentHashMap.newKeySet();

  /** Of datasets in all stores but one; each store must be one that can be written. */
  Originals(Stores stores, WritableStore to, Collection<Dataset> datasets) throws IOException {
    this.stores = stores;
    this.to = to;
    for (Dataset dataset : datasets) {
      for (Location place : in(dataset)) {
        places.put(place, (WritableStore) stores.writable(place.store()).store());
      }
    }
  }

  private List<Location> in(Dataset dataset) {
    return dataset.locations().stream()
        .filter(one -> !one.store().equals(to.name()))
        .toList();
  }

  /** Reads the copy of a dataset as it lies there, and each file that is to be deleted for it. */
  void compare(Dataset dataset, StorePath path) throws IOException {
    Location copy = new Location(to.name(), path);
    Content content = to.read(path);
    String hash = Md5.of(content);
    if (dataset.hash().isPresent() && !dataset.hash().get().equals(hash)) {
      throw new CatalogException(
          "The copy '" + copy + "' is damaged; nothing was deleted.",
          "Copy it again, or take another store.");
    }
    for (Location place : in(dataset)) {
      requireTwoPlaces(copy, place);
      WritableStore store = Objects.requireNonNull(places.get(place));
      Optional<StoreEntry> file = Spellings.find(dataset, place.path(), store);
      if (file.isPresent()) {
        Content original = store.read(file.get().path());
        Location at = new Location(place.store(), file.get().path());
        requireTwoFiles(copy, content, at, original);
        if (file.get().size() != content.size() || !Md5.of(original).equals(hash)) {
          throw otherBytes(dataset, at, copy);
        }
        compared.put(place, file.get());
      }
    }
  }

  private static CatalogException otherBytes(Dataset dataset, Location original, Location copy) {
    String record = dataset.hash().isPresent() ? "the record and " : "";
    return new CatalogException(
        "'" + original + "' has other bytes than " + record + "the copy '" + copy
            + "'; nothing was deleted.",
        "Scan its store again: catalog.scanStore(\"" + original.store()
            + "\"); or keep its bytes as" + " a revision: session.revise(\"…\", \"why\").");
  }

  /** Links of files lead two names to the same bytes, in folders that have nothing to do with it. */
  private static void requireTwoFiles(
      Location copy, Content content, Location original, Content other) throws IOException {
    Optional<Path> one = content.file();
    Optional<Path> two = other.file();
    if (one.isPresent() && two.isPresent() && Files.isSameFile(one.get(), two.get())) {
      throw oneFile(
          copy, original, "Take a store that has no links to '" + original.store() + "'.");
    }
  }

  /**
   * Two stores may be one place under two names, where a copy is its own original: what is made in the
   * folder of the one must not be in that of the other. Once for each folder.
   */
  private void requireTwoPlaces(Location copy, Location other) throws IOException {
    if (!apart.add(new Location(other.store(), other.path().parent()))) {
      return;
    }
    String name = "alfheim-probe-" + UUID.randomUUID();
    StorePath probe = copy.path().parent().resolve(name);
    to.create(probe, out -> {});
    try {
      StorePath same = other.path().parent().resolve(name);
      if (stores.get(other.store()).find(same).isPresent()) {
        throw oneFile(copy, other, "Forget one of the two: stores.remove(\"" + to.name() + "\").");
      }
    } finally {
      to.delete(probe);
    }
  }

  private static CatalogException oneFile(Location copy, Location other, String hint) {
    return new CatalogException(
        "'" + copy + "' and '" + other + "' are one file under two names; nothing was deleted.",
        hint);
  }

  /** Deletes all that was compared; one that cannot be deleted stops no other. */
  List<String> delete() {
    List<String> left = new ArrayList<>();
    int done = 0;
    for (Map.Entry<Location, WritableStore> place : places.entrySet()) {
      try {
        delete(place.getKey(), place.getValue());
      } catch (NoSuchFileException e) {
        log.info("'{}' was gone already", place.getKey());
      } catch (IOException | CatalogException e) {
        log.warn("'{}' is not deleted: {}", place.getKey(), e.getMessage());
        left.add("'" + place.getKey() + "' (" + e.getMessage() + ")");
      } catch (CancellationException e) {
        throw cancelled(done, e);
      }
      done++;
    }
    return left;
  }

  private CancellationException cancelled(int done, CancellationException why) {
    List<Location> rest = List.copyOf(places.keySet()).subList(done, places.size());
    CancellationException cancelled =
        new CancellationException("Moving was cancelled after the record was changed. "
            + rest.size() + " files are still there, the first is '" + rest.get(0) + "'.");
    cancelled.initCause(why);
    return cancelled;
  }

  private void delete(Location place, WritableStore store) throws IOException {
    StoreEntry before = compared.get(place);
    if (before == null) {
      return; // there was none to compare
    }
    // None is there where a link has lost its file a moment ago; the link goes, too.
    Optional<StoreEntry> now = store.find(before.path());
    if (now.isPresent() && !now.get().equals(before)) {
      throw new IOException("It has changed since it was compared.");
    }
    store.delete(before.path());
  }
}
