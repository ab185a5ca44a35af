/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.DamagedBlobException;
import io.alfheim.blobs.MissingBlobException;
import io.alfheim.blobs.Stored;
import io.alfheim.store.Listing;
import io.alfheim.store.Store;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Objects of one section, each with a fingerprint that it must have. What waits to be deleted is found
 * too: a reference to it may have come in between.
 *
 * @param name of the section, for messages
 */
record ObjectShelf(String name, Store store, ObjectLayout layout) {
  private static final int TRIES = 3;

  /** What a store cannot be told to be new is not written again as long as it is no older. */
  private static final Duration RECENTLY = Duration.ofHours(1);

  /** Where the bytes of an object go. */
  @FunctionalInterface
  interface Sink {
    OutputStream open() throws IOException;
  }

  /**
   * Sees to it that an object is there, whole; one that is damaged is replaced. Its source may be a
   * file that changes: what is copied must be what the object is named by.
   */
  void keep(StorePath path, Fingerprint wanted, WritableStore.Bytes source) throws IOException {
    store(path, wanted, out -> wanted.require(source, out, path));
  }

  /** As {@link #keep}, of bytes in memory, which do not change. */
  void keep(StorePath path, Fingerprint wanted, byte[] bytes) throws IOException {
    store(path, wanted, out -> out.write(bytes));
  }

  private void store(StorePath path, Fingerprint wanted, WritableStore.Bytes bytes)
      throws IOException {
    WritableStore writable = writable();
    for (int i = 0; i < TRIES; i++) {
      Optional<StoreEntry> there = store.find(path);
      if (there.isPresent() && is(there.get(), wanted)) {
        if (refresh(there.get(), bytes)) {
          return;
        }
        continue;
      }
      try {
        if (there.isPresent()) {
          writable.replace(path, bytes);
        } else {
          writable.create(path, bytes);
        }
        return;
      } catch (FileAlreadyExistsException somebodyElseDid) {
        // Then it may be the same, which the next turn sees.
      }
    }
    throw new IOException("'" + path + "' in store '" + store.name() + "' changes all the time");
  }

  /**
   * What is put again is new again, where that puts nothing at risk: the reference to it may be on its
   * way, and a cleanup spares it then. Elsewhere a cleanup may put it aside, where it is found as well.
   *
   * @return whether it was still there
   */
  private boolean refresh(StoreEntry entry, WritableStore.Bytes bytes) throws IOException {
    if (!layout.names(entry.path()) || isOlder(entry)) {
      return true;
    }
    try {
      renew(entry, bytes);
      return true;
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      return store.find(entry.path()).isPresent();
    }
  }

  private void renew(StoreEntry entry, WritableStore.Bytes bytes) throws IOException {
    WritableStore writable = writable();
    Instant now = Instant.now();
    if (entry.modified() >= now.toEpochMilli()) {
      return; // a clock that is behind makes nothing older
    }
    boolean old = entry.modified() < now.minus(RECENTLY).toEpochMilli();
    if (!writable.setModified(entry.path(), now) && old && writable.replacesAtOnce()) {
      writable.replace(entry.path(), bytes);
    }
  }

  /** Makes an object as old as another one, as far as the store can. */
  void date(StorePath path, StoreEntry as) throws IOException {
    if (as.modified() > 0) {
      var unused = writable().setModified(path, Instant.ofEpochMilli(as.modified()));
    }
  }

  /** What other programs put before any home came is spared anyway, and stays told apart. */
  private boolean isOlder(StoreEntry entry) {
    OptionalLong first = Marks.in(store, layout.homes()).first();
    return first.isEmpty() || entry.modified() < first.getAsLong();
  }

  /** Whether an object is what it should be. */
  boolean is(StoreEntry entry, Fingerprint wanted) throws IOException {
    if (entry.folder() || !wanted.fits(entry.size())) {
      return false;
    }
    try {
      return wanted.matches(store.read(entry.path()));
    } catch (NoSuchFileException goneMeanwhile) {
      return false;
    }
  }

  WritableStore writable() throws IOException {
    if (store instanceof WritableStore writable) {
      return writable;
    }
    throw new IOException("its store '" + store.name() + "' is read-only");
  }

  /** Copies an object that is whole: the first of its places where it is, then the quarantine. */
  void copy(Stored stored, Fingerprint wanted, Sink sink) throws IOException {
    List<StorePath> all = layout.reading(stored);
    Optional<Boolean> here = first(all, wanted, sink);
    Optional<Boolean> found =
        here.orElse(false) ? here : first(waiting(all), wanted, sink).or(() -> here);
    // What waits is taken back at any moment: then it is in its place by now.
    Optional<Boolean> whole = found.isPresent() ? found : first(all, wanted, sink);
    if (!whole.orElse(false)) {
      throw whole.isPresent() ? damaged(stored, there(all)) : missing(all.get(0), remedy(stored));
    }
  }

  /** The one that is there, if one is. */
  private StorePath there(List<StorePath> places) throws IOException {
    for (StorePath place : places) {
      if (store.find(place).isPresent()) {
        return place;
      }
    }
    return places.get(0);
  }

  /** Copies the first that is whole; false if there are only others, empty if there is none. */
  private Optional<Boolean> first(List<StorePath> places, Fingerprint wanted, Sink sink)
      throws IOException {
    Optional<Boolean> found = Optional.empty();
    for (StorePath place : places) {
      Optional<Boolean> whole = copy(place, wanted, sink);
      if (whole.orElse(false)) {
        return whole;
      }
      found = found.isPresent() ? found : whole;
    }
    return found;
  }

  private List<StorePath> waiting(List<StorePath> places) throws IOException {
    List<StorePath> all = new ArrayList<>();
    for (StorePath place : places) {
      all.addAll(waiting(place));
    }
    return all;
  }

  /** Whether the copy is whole; empty if there is nothing to copy. */
  private Optional<Boolean> copy(StorePath from, Fingerprint wanted, Sink sink) throws IOException {
    try (InputStream in = store.read(from).openStream();
        OutputStream out = sink.open()) {
      return Optional.of(wanted.copies(in, out));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Takes an object back from the quarantine; it is new again, unless it was there before all. */
  void restore(StorePath path, Fingerprint wanted) throws IOException {
    for (StorePath waiting : waiting(path)) {
      Optional<StoreEntry> old = store.find(waiting);
      if (old.isPresent() && wanted.matches(store.read(waiting))) {
        keep(path, wanted, out -> {
          try (InputStream in = store.read(waiting).openStream()) {
            in.transferTo(out);
          }
        });
        if (isOlder(old.get())) {
          date(path, old.get());
        }
        return;
      }
    }
    throw missing(path, "Put the same thing again, or restore the file from a copy.");
  }

  /** The places in quarantine of an object, the newest first. */
  List<StorePath> waiting(StorePath path) throws IOException {
    List<StorePath> places = new ArrayList<>();
    try {
      Listing stamps = store.list(layout.quarantine());
      for (StoreEntry stamp : stamps.entries()) {
        StorePath place = layout.waiting(stamp.path(), path);
        if (stamp.folder() && store.find(place).isPresent()) {
          places.add(0, place);
        }
      }
    } catch (NoSuchFileException nothingWaits) {
      return places;
    }
    return places;
  }

  private DamagedBlobException damaged(Stored stored, StorePath path) {
    return new DamagedBlobException(
        "'" + path + "' in store '" + store.name() + "' (section '" + name
            + "') is damaged: its bytes are not those that were put.",
        remedy(stored));
  }

  /** A value may be packed otherwise by now: compressed or not, or as another program never did. */
  private static String remedy(Stored stored) {
    return switch (stored.kind()) {
      case BLOB ->
        "Put the same value again: if that gives the hash '"
            + Fingerprint.of(stored).text()
            + "', it is whole again; else hang what it gives. Or restore the file from a copy.";
      case ATTACHMENT ->
        "Attach the same file again, under the same name, or restore it from a copy.";
      case FILE ->
        "Bring the file as it was into the stage, then repair(stored), or restore it from a copy.";
    };
  }

  private MissingBlobException missing(StorePath path, String hint) {
    return new MissingBlobException(
        "No '" + path + "' in store '" + store.name() + "' (section '" + name
            + "'), where it was put.",
        hint);
  }
}
