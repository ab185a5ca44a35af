/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static io.alfheim.catalog.CheckLevel.CONTENT;
import static io.alfheim.catalog.CheckLevel.FILES;

import io.alfheim.alf.DatasetPath;
import io.alfheim.catalog.Counted;
import io.alfheim.catalog.Finding.Problem;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.store.Listing;
import io.alfheim.store.Store;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Compares what the record says of a session with what lies in one folder of a store. Safe for
 * threads.
 *
 * @param contents whether to read the content too
 * @param ids which files may carry in their names
 */
record StoreCheck(boolean contents, DatasetIds ids, CheckTally tally, RateLimit limit) {

  /** Looks through a session folder. */
  void look(SessionEntry session, Store store, StorePath folder) {
    Predicate<DatasetEntry> here = dataset -> dataset.present()
        && (dataset.stores().isEmpty() || dataset.stores().contains(store.name()));
    look(session, here, store, folder);
  }

  /** Looks through a session folder for some of the datasets. */
  void look(SessionEntry session, Predicate<DatasetEntry> here, Store store, StorePath folder) {
    Listing listing;
    try {
      listing = store.walk(folder);
    } catch (NoSuchFileException e) {
      long n = session.datasets().stream().filter(here).count();
      if (n == 0) {
        return; // a session without datasets has no folder yet
      }
      found(
          Problem.MISSING,
          store,
          folder,
          "The session folder is gone, with its " + Counted.of(n, "dataset")
              + ". Bring it back, or scan the store again.");
      return;
    } catch (IOException e) {
      found(Problem.UNREADABLE, store, folder, "Cannot be listed: " + e.getMessage());
      return;
    }
    listing
        .problems()
        .forEach(problem -> tally.found(
            FILES, Problem.UNREADABLE, store.name() + ":" + problem.path(), problem.reason()));
    Map<String, StoreEntry> files = new TreeMap<>();
    listing.entries().forEach(file -> files.put(file.path().below(folder), file));
    Spellings.nameAsRecorded(session, ids, files);
    for (DatasetEntry dataset : session.datasets()) {
      StoreEntry file = files.remove(dataset.path());
      if (here.test(dataset)) {
        path(session, dataset, folder)
            .ifPresent(path -> compare(dataset, file, store, file == null ? path : file.path()));
      }
    }
    for (Map.Entry<String, StoreEntry> rest : files.entrySet()) {
      if (DatasetPath.isValid(rest.getKey())) {
        found(
            Problem.UNKNOWN,
            store,
            rest.getValue().path(),
            "The record does not know this file. Register it, or scan the store again.");
      }
    }
  }

  /** Other programs write records, too. */
  private Optional<StorePath> path(SessionEntry session, DatasetEntry dataset, StorePath folder) {
    try {
      return Optional.of(folder.resolve(dataset.path()));
    } catch (IllegalArgumentException e) {
      tally.found(
          FILES,
          Problem.UNREADABLE,
          session.key() + ", dataset '" + dataset.path() + "'",
          "No file can have this path. See which commit brought it: catalog.log(\"" + session.key()
              + "\").");
      return Optional.empty();
    }
  }

  /** Compares one dataset with the file that should be it, if there is one. */
  void compare(
      DatasetEntry dataset,
      @org.jspecify.annotations.Nullable StoreEntry file,
      Store store,
      StorePath path) {
    tally.datasets.increment();
    if (file == null) {
      found(
          Problem.MISSING,
          store,
          path,
          "The dataset is gone. Bring the file back, or scan the store again.");
    } else if (dataset.size() != DatasetEntry.UNKNOWN_SIZE && dataset.size() != file.size()) {
      found(
          Problem.SIZE_DIFFERS,
          store,
          path,
          "Recorded with " + dataset.size() + " bytes, there are " + file.size() + ".");
    } else if (contents && dataset.hash().isEmpty()) {
      tally.unhashed.increment();
    } else if (contents) {
      hash(dataset, store, path);
    }
  }

  private void hash(DatasetEntry dataset, Store store, StorePath path) {
    try {
      String hash = Md5.of(store.read(path), limit);
      tally.bytes.add(Math.max(0, dataset.size()));
      if (!hash.equals(dataset.hash())) {
        tally.found(
            CONTENT,
            Problem.CONTENT_DIFFERS,
            at(store, path),
            "Recorded with MD5 " + dataset.hash() + ", the file has " + hash + ".");
      }
    } catch (IOException e) {
      tally.found(
          CONTENT, Problem.UNREADABLE, at(store, path), "Cannot be read: " + e.getMessage());
    }
  }

  private void found(Problem problem, Store store, StorePath path, String what) {
    tally.found(FILES, problem, at(store, path), what);
  }

  private static String at(Store store, StorePath path) {
    return store.name() + ":" + path.value();
  }
}
