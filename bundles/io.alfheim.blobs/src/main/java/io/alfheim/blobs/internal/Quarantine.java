/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.Cleanup.Trouble;
import io.alfheim.store.Store;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Where objects wait before they are deleted: one folder for each run, named by its time. An object is
 * at every moment where it was, or here, or both.
 *
 * @param shelf from where they come
 */
record Quarantine(ObjectShelf shelf) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  /** Stores tell times in listings more exactly than elsewhere, or less so. */
  private static final Duration CLOCK = Duration.ofSeconds(2);

  private static final String DAMAGED = "is damaged and stays where it is";

  StorePath newRun() {
    return shelf.layout().quarantine().resolve(TIME.format(Instant.now()));
  }

  /** When the run was that a path belongs to; empty if it belongs to none. */
  Optional<Instant> time(StorePath waiting) {
    StorePath run = run(waiting);
    if (run.equals(waiting)) {
      return Optional.empty(); // a file, which somebody named like a run
    }
    try {
      return Optional.of(TIME.parse(run.name(), Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private StorePath run(StorePath waiting) {
    StorePath quarantine = shelf.layout().quarantine();
    String below = waiting.below(quarantine);
    int slash = below.indexOf('/');
    return quarantine.resolve(slash < 0 ? below : below.substring(0, slash));
  }

  /** Where something that waits was. */
  StorePath origin(StorePath waiting) {
    return shelf.layout().origin(run(waiting), waiting);
  }

  /**
   * Whether it was put aside: not what is gone, or was put again since it was listed. What has other
   * bytes than its name says stays: putting the same again repairs it at any moment, and that would
   * be what is deleted then.
   */
  boolean putAside(StorePath run, StoreEntry entry) throws IOException {
    StorePath path = entry.path();
    StorePath waiting = shelf.layout().waiting(run, path);
    Optional<Fingerprint> wanted = shelf.layout().fingerprint(path);
    try {
      if (wanted.isPresent()) {
        copyWhole(path, waiting, wanted.get());
      } else {
        copyUnchanged(path, waiting);
      }
    } catch (NoSuchFileException somebodyElseDid) {
      return false;
    }
    Optional<StoreEntry> copied = shelf.store().find(waiting);
    if (copied.isEmpty() || copied.get().size() != entry.size()) {
      throw changed(path);
    }
    if (isPutAgain(entry)) {
      delete(waiting);
      return false;
    }
    keepTime(entry, waiting);
    delete(path);
    return true;
  }

  /** Whether it is newer than when it was listed, which may be long ago: who put it needs it. */
  private boolean isPutAgain(StoreEntry listed) throws IOException {
    if (listed.modified() == 0) {
      return false; // where listings tell no times nobody can say
    }
    long then = listed.modified() + CLOCK.toMillis();
    return shelf
        .store()
        .find(listed.path())
        .filter(now -> now.modified() > then)
        .isPresent();
  }

  /** By their times objects are told apart that were there before any home came. */
  private void keepTime(StoreEntry from, StorePath to) {
    try {
      shelf.date(to, from);
    } catch (IOException notForUs) {
      // Then it is as new as it looks.
    }
  }

  /** Whether something was found to be damaged when it was to be put aside. */
  static boolean isDamage(Trouble trouble) {
    return trouble.message().contains(DAMAGED);
  }

  private void copyWhole(StorePath from, StorePath to, Fingerprint wanted) throws IOException {
    Store store = shelf.store();
    shelf.writable().create(to, out -> {
      try (InputStream in = store.read(from).openStream()) {
        if (!wanted.copies(in, out)) {
          throw new IOException("'" + from + "' " + DAMAGED + ". Put the same again to repair"
              + " it, or delete it by hand");
        }
      }
    });
  }

  /** What nobody can tell by its name may be replaced meanwhile; then it stays. */
  private void copyUnchanged(StorePath from, StorePath to) throws IOException {
    Optional<StoreEntry> before = shelf.store().find(from);
    copy(from, to);
    if (!shelf.store().find(from).equals(before)) {
      delete(to);
      throw changed(from);
    }
  }

  private static IOException changed(StorePath path) {
    return new IOException("'" + path + "' changed while it was put aside. Try again");
  }

  private void copy(StorePath from, StorePath to) throws IOException {
    Store store = shelf.store();
    shelf.writable().create(to, out -> {
      try (InputStream in = store.read(from).openStream()) {
        Md5.empty().copy(in, out);
      }
    });
  }

  void delete(StorePath path) throws IOException {
    try {
      shelf.writable().delete(path);
    } catch (NoSuchFileException gone) {
      // as it should be
    }
  }

  /**
   * Takes one back; one that was put again meanwhile is the same, or is not replaced.
   *
   * @return false if something with other bytes is in its place by now, and nothing was done
   */
  boolean restore(StorePath waiting) throws IOException {
    StorePath origin = origin(waiting);
    Optional<StoreEntry> old = shelf.store().find(waiting);
    try {
      bringBack(waiting, origin);
      old.ifPresent(entry -> keepTime(entry, origin));
    } catch (FileAlreadyExistsException putAgain) {
      if (!areSame(waiting, origin)) {
        return false;
      }
    } catch (NoSuchFileException somebodyElseDid) {
      return true;
    }
    delete(waiting);
    return true;
  }

  /** What is damaged by now, or does not come whole, stays where it waits. */
  private void bringBack(StorePath waiting, StorePath origin) throws IOException {
    Optional<Fingerprint> wanted = shelf.layout().fingerprint(origin);
    if (wanted.isPresent()) {
      copyWhole(waiting, origin, wanted.get());
    } else {
      copy(waiting, origin);
    }
  }

  private boolean areSame(StorePath waiting, StorePath origin) throws IOException {
    Store store = shelf.store();
    return Md5.empty()
        .all(store.read(waiting))
        .end()
        .equals(Md5.empty().all(store.read(origin)).end());
  }

  private static void pass(WritableStore store, StorePath passing) throws IOException {
    try {
      store.create(passing, out -> {});
    } catch (FileAlreadyExistsException leftBehind) {
      // It goes as well.
    }
    store.delete(passing);
  }

  /** Deletes empty folders: a store does so above what is deleted. One that stays stops nothing. */
  void prune(List<StorePath> empty, Troubles troubles) throws IOException {
    WritableStore store = shelf.writable();
    for (StorePath folder : empty) {
      if (folder.equals(shelf.layout().folder())) {
        continue;
      }
      try {
        pass(store, folder.resolve(ObjectWalk.PASSING));
      } catch (NoSuchFileException somebodyElseDoes) {
        // Then that is done.
      } catch (IOException e) {
        if (Thread.currentThread().isInterrupted()) {
          throw e;
        }
        troubles.add(folder, "is empty and cannot be deleted: " + Failure.reason(e));
      }
    }
  }
}
