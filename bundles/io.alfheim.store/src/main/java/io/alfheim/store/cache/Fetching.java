/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.cache;

import io.alfheim.store.Location;
import io.alfheim.store.Store;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import io.alfheim.store.internal.Failures;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Tries one origin after the other until a content is there. For who has the lock. */
final class Fetching {
  private final Slot slot;
  private final Quarantine quarantine;
  private final Eviction eviction;
  private final List<Origin> origins;
  private final Download download;
  private final List<IOException> failures = new ArrayList<>();

  Fetching(
      Slot slot,
      Quarantine quarantine,
      Eviction eviction,
      List<Origin> origins,
      LongConsumer progress) {
    this.slot = slot;
    this.quarantine = quarantine;
    this.eviction = eviction;
    this.origins = origins;
    this.download = new Download(slot, progress);
  }

  Path run() throws IOException {
    for (Origin origin : origins) {
      try {
        from(origin);
        return landed();
      } catch (CacheException e) {
        throw e;
      } catch (IOException e) {
        failures.add(e);
      }
    }
    throw failure();
  }

  private void from(Origin origin) throws IOException {
    Store store = origin.opener().open();
    StoreEntry now = find(store, origin);
    String at = "'" + new Location(origin.location().store(), now.path()) + "' ";
    Optional<Quarantined> known = quarantine.find(slot.key(), origin, now);
    if (known.isPresent()) {
      throw new MismatchException(at + known.get().fault() + " That was found at "
          + known.get().since() + ", and it has not changed since.");
    }
    // So nothing is fetched that cannot be right.
    if (now.size() != slot.key().size()) {
      throw new MismatchException(
          at + "has " + now.size() + " bytes, not " + slot.key().size() + ".");
    }
    try {
      download.from(store.read(now.path()));
    } catch (MismatchException e) {
      Path wrong =
          quarantine.add(slot.key(), origin, now, slot.part(), String.valueOf(e.getMessage()));
      eviction.added(wrong, slot.key().size());
      throw new MismatchException(at + e.getMessage());
    }
  }

  private static StoreEntry find(Store store, Origin origin) throws IOException {
    for (StorePath name : origin.names()) {
      Optional<StoreEntry> there = store.find(name);
      if (there.isPresent()) {
        return there.get();
      }
    }
    throw new IOException("'" + origin.location() + "' is not there any more.");
  }

  private Path landed() throws CacheException {
    try {
      return slot.land();
    } catch (IOException e) {
      throw new CacheException(slot.folder(), e);
    }
  }

  private IOException failure() {
    if (failures.size() == 1) {
      return failures.get(0);
    }
    StringBuilder all = new StringBuilder("None of " + origins.size() + " places has the content.");
    for (IOException e : failures) {
      String reason = e instanceof FileSystemException f ? f.getMessage() : Failures.reason(e);
      all.append(' ').append(reason);
    }
    boolean mismatch = failures.stream().anyMatch(MismatchException.class::isInstance);
    IOException failure =
        mismatch ? new MismatchException(all.toString()) : new IOException(all.toString());
    failures.forEach(failure::addSuppressed);
    return failure;
  }
}
