/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.Cleanup.Tally;
import io.alfheim.blobs.CleanupReport;
import io.alfheim.blobs.Kept;
import io.alfheim.blobs.Kind;
import io.alfheim.catalog.Progress;
import io.alfheim.store.Store;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds what a section holds and nobody uses, and puts it aside; used once. */
final class Sweep implements Closeable {
  private static final int SHOWN = 1000;

  private final SectionCleanup cleanup;
  private final ObjectLayout layout;
  private final Store store;
  private final Spool spool;
  private final ObjectWalk walk;
  private final OptionalLong first;
  private final boolean shared;
  private final Troubles errors;
  private final List<StoreEntry> list = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private Tally used = Tally.NONE;
  private Tally unused = Tally.NONE;
  private Tally untracked = Tally.NONE;
  private Tally young = Tally.NONE;
  private Tally foreign = Tally.NONE;
  private Tally moved = Tally.NONE;

  Sweep(SectionCleanup cleanup) throws IOException {
    this.cleanup = cleanup;
    this.layout = cleanup.section().layout();
    this.store = cleanup.section().shelf().store();
    this.errors = new Troubles(layout.folder());
    this.walk = new ObjectWalk(store, layout::isInner);
    this.first = Marks.in(store, layout.homes()).first();
    this.shared = PlaceToken.isShared(store, layout.homes());
    this.spool = new Spool();
  }

  CleanupReport report() throws IOException {
    look();
    problems.addAll(walk.problems());
    problems.addAll(cleanup.obstacles());
    spool.join(this::count);
    return made();
  }

  private CleanupReport made() {
    return new CleanupReport(
        cleanup.name(),
        used,
        unused,
        untracked,
        young,
        foreign,
        moved,
        list,
        problems,
        errors.list());
  }

  /** First what is there, then who refers to it: what is put in between counts as used. */
  private void look() throws IOException {
    walk.walk(layout.folder(), spool::find);
    cleanup.placed().visit(this::findPlaced);
    cleanup.uses().spool(cleanup.plan().kept(), spool, Spool.Use.KEPT);
    cleanup.uses().visit(Kept.EVERYTHING, (stored, path) -> {
      spool.refer(path, Spool.Use.ONCE);
      boolean file = stored.kind() == Kind.FILE && cleanup.plan().files();
      if (file && stored.section().equals(cleanup.name())) {
        Optional<StoreEntry> there = store.find(path);
        if (there.isPresent() && !there.get().folder()) {
          spool.find(there.get());
        }
      }
    });
  }

  /** What was placed, unless it is something else by now. */
  private void findPlaced(String path, long size) throws IOException {
    StorePath place;
    try {
      place = layout.file(path);
    } catch (BlobException notHereAnyMore) {
      return;
    }
    Optional<StoreEntry> there = store.find(place);
    if (there.isPresent() && !there.get().folder() && there.get().size() == size) {
      spool.find(there.get());
    }
  }

  /** Files that were placed are counted, and stay: what lies among the data of others may be used. */
  private void countPlaced(StoreEntry entry) {
    if (isYoung(entry)) {
      young = young.plus(entry.size());
      return;
    }
    untracked = untracked.plus(entry.size());
    show(entry);
  }

  private void show(StoreEntry entry) {
    if (list.size() < SHOWN) {
      list.add(entry);
    }
  }

  /** Whether something is to be put aside. */
  private boolean count(StoreEntry entry, Spool.Use use) {
    long size = entry.size();
    if (!layout.isOwn(entry.path())) {
      if (use == Spool.Use.NEVER) {
        countPlaced(entry);
        return false;
      }
      if (!cleanup.plan().files()) {
        return false;
      }
    }
    if (use == Spool.Use.KEPT) {
      used = used.plus(size);
      return false;
    }
    if (isOlder(entry) || (use == Spool.Use.NEVER && isTheirs(entry))) {
      foreign = foreign.plus(size);
      return false;
    }
    if (use == Spool.Use.NEVER && isYoung(entry)) {
      young = young.plus(size);
      return false;
    }
    if (use == Spool.Use.ONCE) {
      unused = unused.plus(size);
    } else {
      untracked = untracked.plus(size);
    }
    show(entry);
    return true;
  }

  /** Whether it was there before anyone left a mark, so that other programs may refer to it. */
  private boolean isOlder(StoreEntry entry) {
    boolean meant = cleanup.plan().older();
    return !meant && (first.isEmpty() || entry.modified() < first.getAsLong());
  }

  /** Whether another program may have put what nobody here ever referred to, whenever that was. */
  private boolean isTheirs(StoreEntry entry) {
    return (shared && !cleanup.plan().older()) || !layout.names(entry.path());
  }

  /** Where a store tells no times, nothing is old. */
  private boolean isYoung(StoreEntry entry) {
    Instant oldest = Instant.now().minus(cleanup.plan().sparing());
    boolean sparing = !cleanup.plan().sparing().isZero();
    return sparing
        && (entry.modified() == 0 || Instant.ofEpochMilli(entry.modified()).isAfter(oldest));
  }

  CleanupReport putAside() throws IOException {
    cleanup.requireNoOtherHome("Nothing was put aside");
    look();
    if (!walk.problems().isEmpty()) {
      throw new BlobException(
          "Nothing was put aside: section '" + cleanup.name() + "' could not be listed whole. "
              + walk.problems().get(0),
          "Mend that, then try again; blobs.cleanup(\"" + cleanup.name()
              + "\").preview() lists all problems.");
    }
    Quarantine quarantine = new Quarantine(cleanup.section().shelf());
    StorePath run = quarantine.newRun();
    try (ErrorFile.Noting noting = cleanup.sweepErrors().noting(errors);
        Progress.Task task =
            cleanup.progress().begin("Putting aside what is not used", spool.found())) {
      spool.join((entry, use) -> {
        if (count(entry, use) && moved.objects() < cleanup.plan().limit()) {
          putAside(quarantine, run, entry);
        }
        task.advance(1);
      });
      quarantine.prune(walk.empty(), errors);
      noting.end(moved.objects() < cleanup.plan().limit());
    }
    return made();
  }

  private void putAside(Quarantine quarantine, StorePath run, StoreEntry entry) throws IOException {
    try {
      if (quarantine.putAside(run, entry)) {
        moved = moved.plus(entry.size());
      }
    } catch (IOException e) {
      errors.addUnlessInterrupted(entry.path(), e);
    }
  }

  @Override
  public void close() throws IOException {
    spool.close();
  }
}
