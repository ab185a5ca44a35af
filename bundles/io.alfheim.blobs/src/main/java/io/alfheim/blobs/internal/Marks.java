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
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;

/**
 * The marks that homes have left.
 *
 * @param files each of one home, but for the {@link PlaceToken}
 * @param problems why there may be more
 */
record Marks(List<StoreEntry> files, List<String> problems) {

  /** In one folder for marks. */
  static Marks in(Store store, StorePath homes) {
    Marks marks = new Marks(new ArrayList<>(), new ArrayList<>());
    marks.files.addAll(marks.list(store, homes));
    return marks;
  }

  /** Of all sections that share the location of one, as they share the files of the stage there. */
  static Marks around(Store store, ObjectLayout layout) {
    Marks marks = in(store, ObjectLayout.homes(layout.location()));
    for (StoreEntry folder : marks.list(store, layout.location())) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("Looking for marks was interrupted; nothing was changed.");
      }
      if (folder.folder()) {
        marks.files.addAll(marks.list(store, ObjectLayout.homes(folder.path())));
      }
    }
    return marks;
  }

  private List<StoreEntry> list(Store store, StorePath folder) {
    try {
      Listing listing = store.list(folder);
      listing.problems().forEach(problem -> problems.add(problem.path() + ": " + problem.reason()));
      return listing.entries();
    } catch (NoSuchFileException nobodyYet) {
      return List.of();
    } catch (IOException e) {
      problems.add(Failure.reason(e));
      return List.of();
    }
  }

  /** When the first of them was left, by the clock of the store. */
  OptionalLong first() {
    return files.stream()
        .mapToLong(StoreEntry::modified)
        .filter(time -> time > 0)
        .min();
  }

  /** Those of others than one home. */
  List<StorePath> others(String own) {
    return files.stream()
        .map(StoreEntry::path)
        .filter(mark -> !mark.name().equals(own) && !mark.name().equals(PlaceToken.NAME))
        .toList();
  }
}
