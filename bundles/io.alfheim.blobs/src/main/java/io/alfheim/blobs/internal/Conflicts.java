/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.Kept;
import io.alfheim.store.Store;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Things that wait while something with other bytes is in their place by now: another version of a
 * file, or a damaged object. Which one is meant, the references say, or its own name.
 */
final class Conflicts {
  private static final int MOST = 1000;

  private final Quarantine quarantine;
  private final Uses uses;
  private final Kept kept;
  private final Troubles troubles;
  private final List<StoreEntry> waiting = new ArrayList<>();

  Conflicts(Quarantine quarantine, Uses uses, Kept kept, Troubles troubles) {
    this.quarantine = quarantine;
    this.uses = uses;
    this.kept = kept;
    this.troubles = troubles;
  }

  void add(StoreEntry entry) {
    waiting.add(entry);
  }

  /** Whether it is time to settle those there are. */
  boolean isFull() {
    return waiting.size() >= MOST;
  }

  void clear() {
    waiting.clear();
  }

  /**
   * Looks at all of them, once for all at the references.
   *
   * @return those that nobody means: what is in their place is whole and meant, and they are not
   */
  List<StoreEntry> settle() throws IOException {
    List<StoreEntry> needless = new ArrayList<>();
    if (waiting.isEmpty()) {
      return needless;
    }
    Map<StorePath, Map<String, Fingerprint>> meant = meant();
    for (StoreEntry entry : waiting) {
      StorePath origin = quarantine.origin(entry.path());
      try {
        if (isNeedless(entry.path(), origin, meant.getOrDefault(origin, Map.of()))) {
          needless.add(entry);
        }
      } catch (IOException e) {
        troubles.add(entry.path(), e);
      }
    }
    clear();
    return needless;
  }

  private Map<StorePath, Map<String, Fingerprint>> meant() throws IOException {
    Map<StorePath, Map<String, Fingerprint>> meant = new HashMap<>();
    ObjectLayout layout = quarantine.shelf().layout();
    for (StoreEntry entry : waiting) {
      StorePath origin = quarantine.origin(entry.path());
      Map<String, Fingerprint> hashes = meant.computeIfAbsent(origin, path -> new HashMap<>());
      layout.fingerprint(origin).ifPresent(named -> add(hashes, named));
    }
    uses.visit(kept, (stored, path) -> {
      Map<String, Fingerprint> hashes = meant.get(path);
      if (hashes != null) {
        add(hashes, Fingerprint.of(stored));
      }
    });
    return meant;
  }

  /** A reference without a hash means whatever has its size. */
  private static void add(Map<String, Fingerprint> hashes, Fingerprint one) {
    hashes.put(one.hash().map(Md5::hex).orElseGet(() -> "size " + one.size()), one);
  }

  private boolean isNeedless(StorePath aside, StorePath origin, Map<String, Fingerprint> meant)
      throws IOException {
    boolean asideIsMeant = isOneOf(aside, meant);
    boolean originIsMeant = isOneOf(origin, meant);
    if (originIsMeant && !asideIsMeant) {
      return true;
    }
    String both = "'" + origin + "' has other bytes than what was put aside at '" + aside + "'; ";
    if (originIsMeant) {
      troubles.add(
          aside,
          both + "both are referred to, so both stay. Place one of them again under"
              + " another path.");
    } else if (asideIsMeant) {
      troubles.add(
          aside,
          both + "what was put aside is the one that is referred to. Keep the other"
              + " one elsewhere if you need it, delete it there, then try again.");
    } else {
      troubles.add(
          aside,
          both + "neither is known to be what is referred to, so both stay. Compare"
              + " them, delete the one you do not need, then try again.");
    }
    return false;
  }

  private boolean isOneOf(StorePath path, Map<String, Fingerprint> meant) throws IOException {
    Store store = quarantine.shelf().store();
    for (Fingerprint one : meant.values()) {
      try {
        if (one.matches(store.read(path))) {
          return true;
        }
      } catch (NoSuchFileException goneMeanwhile) {
        return false;
      }
    }
    return false;
  }
}
