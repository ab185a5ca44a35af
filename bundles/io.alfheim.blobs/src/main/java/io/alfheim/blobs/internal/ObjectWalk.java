/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.store.Listing;
import io.alfheim.store.Store;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/** Lists files folder by folder, with no more than one folder in memory; used once. */
final class ObjectWalk {
  /** A file that comes into an empty folder, and goes with it. */
  static final String PASSING = ".empty";

  private static final int MOST_EMPTY = 10_000;

  private final Store store;
  private final Predicate<StorePath> skipped;
  private final List<String> problems = new ArrayList<>();
  private final List<StorePath> empty = new ArrayList<>();

  /** Is shown files. */
  @FunctionalInterface
  interface Visitor {
    void visit(StoreEntry file) throws IOException;
  }

  ObjectWalk(Store store, Predicate<StorePath> skipped) {
    this.store = store;
    this.skipped = skipped;
  }

  /** What could not be listed. */
  List<String> problems() {
    return problems;
  }

  /** Folders with nothing in them that means anything. */
  List<StorePath> empty() {
    return empty;
  }

  /** What was left in an empty folder by a program that ended while it deleted that. */
  private static boolean isPassing(StoreEntry entry) {
    return !entry.folder() && entry.size() == 0 && entry.path().name().equals(PASSING);
  }

  void walk(StorePath folder, Visitor visitor) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Listing was interrupted; nothing was changed.");
    }
    Listing listing;
    try {
      listing = store.list(folder);
    } catch (NoSuchFileException gone) {
      return;
    } catch (IOException e) {
      problems.add(Failure.reason(e));
      return;
    }
    listing.problems().forEach(problem -> problems.add(problem.path() + ": " + problem.reason()));
    boolean nothing = listing.entries().stream().allMatch(ObjectWalk::isPassing);
    if (nothing && listing.problems().isEmpty() && empty.size() < MOST_EMPTY) {
      empty.add(folder);
      return;
    }
    for (StoreEntry entry : listing.entries()) {
      if (!entry.folder()) {
        visitor.visit(entry);
      } else if (!skipped.test(entry.path())) {
        walk(entry.path(), visitor);
      }
    }
  }
}
