/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.cache;

import io.alfheim.store.Store;
import io.alfheim.store.StoreEntry;
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
  private final List<Origin> origins;
  private final Download download;
  private final List<IOException> failures = new ArrayList<>();

  Fetching(Slot slot, Quarantine quarantine, List<Origin> origins, LongConsumer progress) {
    this.slot = slot;
    this.quarantine = quarantine;
    this.origins = origins;
    this.download = new Download(slot, progress);
  }

  Path run() throws IOException {
    for (Origin origin : origins) {
      try {
        from(origin);
        return slot.land();
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
    StoreEntry now = store
        .find(origin.location().path())
        .orElseThrow(() -> new IOException("'" + origin.location() + "' is not there any more."));
    Optional<Quarantined> known = quarantine.find(slot.key(), origin, now);
    if (known.isPresent()) {
      throw new MismatchException("'" + origin.location() + "' " + known.get().fault()
          + " That was found at " + known.get().since() + ", and it has not changed since.");
    }
    refuseOtherSize(origin, now);
    try {
      download.from(store.read(now.path()));
    } catch (MismatchException e) {
      quarantine.add(slot.key(), origin, now, slot.part(), String.valueOf(e.getMessage()));
      throw new MismatchException("'" + origin.location() + "' " + e.getMessage());
    }
  }

  /** So nothing is fetched that cannot be right. */
  private void refuseOtherSize(Origin origin, StoreEntry now) throws MismatchException {
    if (now.size() != slot.key().size()) {
      throw new MismatchException("'" + origin.location() + "' has " + now.size() + " bytes, not "
          + slot.key().size() + ".");
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
    IOException failure = new IOException(all.toString());
    failures.forEach(failure::addSuppressed);
    return failure;
  }
}
