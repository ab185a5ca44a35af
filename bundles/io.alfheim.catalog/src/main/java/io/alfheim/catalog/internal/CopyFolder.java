/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.store.Location;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of a session in the store to which its datasets are copied: what was there before, and
 * what is known of it without reading it. Safe for threads.
 */
final class CopyFolder {
  private static final Logger log = LoggerFactory.getLogger(CopyFolder.class);

  /** Nanoseconds between two times that all of a folder is written down. */
  private static final long PATIENCE = 1_000_000_000;

  private final WritableStore store;
  private final StorePath path;
  private final Map<StorePath, StoreEntry> before = new HashMap<>();
  private final Fingerprints prints;
  private long saved = System.nanoTime();

  private CopyFolder(WritableStore store, StorePath path, Fingerprints prints) {
    this.store = store;
    this.path = path;
    this.prints = prints;
  }

  /** Looks at the folder once; one that is not there is empty. */
  static CopyFolder look(WritableStore store, StorePath path, Path memory, String session)
      throws IOException {
    Fingerprints prints = Fingerprints.of(memory, store.name(), session);
    prints.keepAll();
    CopyFolder folder = new CopyFolder(store, path, prints);
    try {
      store.walk(path).entries().forEach(file -> folder.before.put(file.path(), file));
    } catch (NoSuchFileException e) {
      // Then all of it is new.
    }
    return folder;
  }

  WritableStore store() {
    return store;
  }

  /** Where a dataset is, or will be. */
  Location location(String dataset) {
    return new Location(store.name(), path.resolve(dataset));
  }

  /** Whether there was a file already when one looked. */
  boolean has(String dataset) {
    return before.containsKey(path.resolve(dataset));
  }

  /** The hash of a file that was there already, if it looks as it did when that was found out. */
  synchronized Optional<String> remembered(String dataset) {
    StoreEntry file = before.get(path.resolve(dataset));
    return file == null
        ? Optional.empty()
        : Optional.of(prints.find(dataset, file.size(), file.modified()))
            .filter(hash -> !hash.isEmpty());
  }

  /** Remembers what a file is, soon: the program may be ended at any time. */
  void remember(String dataset, String hash) throws IOException {
    Optional<StoreEntry> file = store.find(path.resolve(dataset));
    if (hash.isEmpty() || file.isEmpty()) {
      return;
    }
    synchronized (this) {
      prints.put(dataset, file.get().size(), file.get().modified(), hash);
      if (System.nanoTime() - saved > PATIENCE) {
        save();
      }
    }
  }

  /** Writes down what is remembered. */
  synchronized void save() {
    try {
      prints.save();
    } catch (IOException e) {
      log.warn("what is known of folder '{}' is not remembered: {}", path, e.getMessage());
    }
    saved = System.nanoTime();
  }
}
