/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.UnavailableException;
import io.alfheim.data.ByteSource;
import io.alfheim.store.Location;
import io.alfheim.store.Store;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the nearest intact copy of a dataset: on this machine, in the cache, in a far store. A store
 * that does not answer is passed by.
 */
final class Nearest {
  private final Dataset dataset;
  private final Stores stores;
  private final FarFiles far;
  private final Look look;
  private final Set<String> without;
  private final List<Exception> troubles = new ArrayList<>();
  private @Nullable ByteSource odd;

  Nearest(Dataset dataset, Stores stores, FarFiles far, Look look) {
    this(dataset, stores, far, look, Set.of());
  }

  /** @param without the stores that were tried before */
  Nearest(Dataset dataset, Stores stores, FarFiles far, Look look, Set<String> without) {
    this.dataset = dataset;
    this.stores = stores;
    this.far = far;
    this.look = look;
    this.without = without;
  }

  /** Looks closer at a copy that has the size recorded. */
  @FunctionalInterface
  interface Look {
    /** Whether it is what it should be. */
    boolean isIntact(ContentSource copy, StoreEntry file) throws IOException;
  }

  /** The copy, and whether it has to come from afar. */
  record Found(ByteSource source, boolean isFar) {}

  /** The copy, or nothing if no store that answers has one; a far one is believed by its size. */
  Optional<Found> find() throws IOException {
    return find((copy, file) -> true);
  }

  /** As {@link #find()}, with a closer look at far copies, too. */
  Optional<Found> find(Look afar) throws IOException {
    List<Location> near = new ArrayList<>();
    List<Location> others = new ArrayList<>();
    for (Location location : dataset.locations()) {
      if (!without.contains(location.store())) {
        (isNear(location) ? near : others).add(location);
      }
    }
    Optional<Found> found = first(near, look).map(source -> new Found(source, false));
    if (found.isEmpty() && !others.isEmpty()) {
      found = cached().map(source -> new Found(source, false));
    }
    if (found.isEmpty()) {
      found = first(others, afar).map(source -> new Found(source, true));
    }
    return found;
  }

  /** What was found in the place of the dataset instead: the last resort. */
  Optional<Found> odd() {
    return Optional.ofNullable(odd).map(source -> new Found(source, false));
  }

  /** Passes by a store that does not answer. */
  void passBy(Exception trouble) {
    troubles.add(trouble);
  }

  /** Refuses to say that there is no copy when not all stores could be asked. */
  void requireAnswers() {
    if (!troubles.isEmpty()) {
      throw unreachable();
    }
  }

  /** A store of which nothing is known is as good as far: asked later, it says what is wrong. */
  private boolean isNear(Location location) {
    try {
      return stores.isNear(location.store());
    } catch (IOException | CatalogException e) {
      return false;
    }
  }

  private Optional<ByteSource> first(List<Location> locations, Look closer) {
    for (Location location : locations) {
      try {
        Store store = stores.get(location.store());
        for (StorePath path : Spellings.of(dataset, location.path())) {
          Optional<StoreEntry> entry = store.find(path);
          if (entry.isPresent()) {
            ContentSource source =
                new ContentSource(new Location(location.store(), path), store.read(path));
            if (hasSize(entry.get()) && closer.isIntact(source, entry.get())) {
              return Optional.of(source);
            }
            odd = odd == null ? source : odd;
          }
        }
      } catch (IOException | CatalogException e) {
        passBy(e);
      }
    }
    return Optional.empty();
  }

  private boolean hasSize(StoreEntry file) {
    return dataset.size().isEmpty() || dataset.size().getAsLong() == file.size();
  }

  private Optional<ByteSource> cached() throws IOException {
    Optional<Path> copy = far.find(dataset);
    String name = dataset.path().name().toString();
    return copy.map(file -> new CachedSource(name, file));
  }

  private RuntimeException unreachable() {
    Exception first = troubles.get(0);
    String what = "Dataset '" + dataset + "' cannot be reached";
    if (troubles.size() == 1) {
      return first instanceof IOException e ? Failure.of(what, e) : (CatalogException) first;
    }
    String all = troubles.stream().map(Exception::getMessage).collect(Collectors.joining(" "));
    return new UnavailableException(
        what + " in any of " + dataset.locations() + ": " + all,
        "Try again when one of these stores answers.",
        first instanceof IOException e ? e : new IOException(first));
  }
}
