/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.SectionConfig;
import io.alfheim.store.Listing;
import io.alfheim.store.Store;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;

/**
 * The marks that homes have left.
 *
 * @param files each of one home, but for the {@link PlaceToken}
 * @param problems why there may be more
 */
record Marks(List<StoreEntry> files, List<String> problems) {
  private static final char UNDECODABLE = '\uFFFD';

  /** In one folder for marks. */
  static Marks in(Store store, StorePath homes) {
    Marks marks = new Marks(new ArrayList<>(), new ArrayList<>());
    marks.look(store, homes);
    return marks;
  }

  /**
   * Of all sections that share the location of one, as they share the files of the stage there. Only
   * what may be such a section is looked at, not what else the location has.
   */
  static Marks around(Store store, ObjectLayout layout) {
    Marks marks = in(store, ObjectLayout.homes(layout.location()));
    marks.look(store, layout.homes());
    for (StorePath folder : marks.beside(store, layout)) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("Looking for marks was interrupted; nothing was changed.");
      }
      try {
        marks.add(store.list(ObjectLayout.homes(folder)));
      } catch (NoSuchFileException noSection) {
        // Also a link that leads nowhere is none.
      } catch (IOException e) {
        marks.problems.add("whether '" + folder + "' is a section of a home that refers to the same"
            + " files cannot be seen: " + Failure.reason(e));
      }
    }
    return marks;
  }

  /** What lies beside a section and may be one, also where a listing could not look at it. */
  private List<StorePath> beside(Store store, ObjectLayout layout) {
    List<StorePath> folders = new ArrayList<>();
    try {
      Listing listing = store.list(layout.location());
      listing.entries().stream()
          .filter(StoreEntry::folder)
          .map(StoreEntry::path)
          .forEach(folders::add);
      listing.problems().forEach(problem -> unlisted(problem).ifPresent(folders::add));
    } catch (NoSuchFileException nobodyYet) {
      return List.of();
    } catch (IOException e) {
      problems.add(Failure.reason(e));
    }
    folders.removeIf(
        folder -> folder.equals(layout.folder()) || !SectionConfig.isFolder(folder.name()));
    return folders;
  }

  /** What could not be listed, as somewhere to look; a name that is no text can only be told. */
  private Optional<StorePath> unlisted(Listing.Problem problem) {
    try {
      if (problem.path().indexOf(UNDECODABLE) < 0) {
        return Optional.of(new StorePath(problem.path()));
      }
    } catch (IllegalArgumentException noPath) {
      // to be told, too
    }
    add(new Listing(List.of(), List.of(problem)));
    return Optional.empty();
  }

  private void add(Listing listing) {
    files.addAll(listing.entries());
    listing.problems().forEach(problem -> problems.add(problem.path() + ": " + problem.reason()));
  }

  private void look(Store store, StorePath homes) {
    try {
      add(store.list(homes));
    } catch (NoSuchFileException nobodyYet) {
      // and so no marks
    } catch (IOException e) {
      problems.add(Failure.reason(e));
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
