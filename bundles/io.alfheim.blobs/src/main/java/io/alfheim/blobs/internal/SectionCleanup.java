/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.Cleanup;
import io.alfheim.blobs.CleanupReport;
import io.alfheim.blobs.Kept;
import io.alfheim.blobs.PurgeReport;
import io.alfheim.catalog.Progress;
import io.alfheim.store.Store;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cleans up a section.
 *
 * @param section what is cleaned up
 * @param uses who refers to it
 * @param log the folder where errors are kept
 */
record SectionCleanup(
    StoreSection section, Uses uses, Path log, Progress progress, CleanupPlan plan)
    implements Cleanup {

  private SectionCleanup with(CleanupPlan other) {
    return new SectionCleanup(section, uses, log, progress, other);
  }

  @Override
  public Cleanup keeping(Kept kept) {
    return with(plan.keeping(kept));
  }

  @Override
  public Cleanup grace(Duration time) {
    return with(plan.waiting(time));
  }

  @Override
  public Cleanup sparing(Duration age) {
    return with(plan.sparing(age));
  }

  @Override
  public Cleanup limit(long objects) {
    return with(plan.limited(objects));
  }

  @Override
  public Cleanup withFiles() {
    return with(plan.withFiles());
  }

  @Override
  public Cleanup withOlder() {
    return with(plan.withOlder());
  }

  String name() {
    return section.config().name();
  }

  private Store store() {
    return section.shelf().store();
  }

  /** Of all homes whose references may be to what is meant. */
  private Marks marks() {
    return plan.files()
        ? Marks.around(store(), section.layout())
        : Marks.in(store(), section.layout().homes());
  }

  private List<HomeMarks.Other> others(Marks marks) throws IOException {
    String own = new HomeMarks(uses.notes().catalog().home()).own();
    return marks.others(own).stream()
        .map(mark -> HomeMarks.other(store(), mark))
        .toList();
  }

  /** Why nothing can be cleaned up, whatever there is. */
  List<String> obstacles() throws IOException {
    Marks marks = marks();
    List<String> obstacles = new ArrayList<>(marks.problems());
    others(marks)
        .forEach(other -> obstacles.add("home '" + other.home() + "' uses this section, too."));
    return obstacles;
  }

  /** Refuses to take for unused what another home may refer to. */
  void requireNoOtherHome(String what) throws IOException {
    Marks marks = marks();
    List<HomeMarks.Other> others = others(marks);
    if (!others.isEmpty()) {
      HomeMarks.Other other = others.get(0);
      throw new BlobException(
          what + ": home '" + other.home() + "' uses section '" + name()
              + "', too, and what it refers to is not seen from here.",
          "When that home is gone, or stands still and was fetched, or is this one before it was"
              + " moved, delete '" + other.mark() + "' in store '"
              + section.config().store()
              + "', then try again.");
    }
    if (!marks.problems().isEmpty()) {
      throw new BlobException(
          what + ": the marks of homes that use section '" + name()
              + "' could not be listed whole. " + marks.problems().get(0),
          plan.files()
              ? "Mend that, perhaps by leave to look there, then try again. Else leave files of the"
                  + " stage out: undo(), then quarantine() without withFiles()."
              : "Mend that, then try again.");
    }
  }

  /** With files of the stage if some wait here, whose path another section of the place may use. */
  private SectionCleanup withWaiting() throws IOException {
    try {
      for (StoreEntry run : store().list(section.layout().quarantine()).entries()) {
        if (store().find(ObjectLayout.files(run.path())).isPresent()) {
          return with(plan.withFiles());
        }
      }
      return this;
    } catch (NoSuchFileException nothingWaits) {
      return this;
    }
  }

  private ErrorFile errors(String step) {
    return new ErrorFile(log.resolve("blobs-" + name() + "-" + step + ".errors"), this::isMended);
  }

  private boolean isMended(Trouble trouble) {
    StorePath path;
    try {
      path = new StorePath(trouble.path());
    } catch (IllegalArgumentException writtenByHand) {
      return true;
    }
    return isGone(path) || isTriedEachTime(path) || (Quarantine.isDamage(trouble) && isWhole(path));
  }

  /** A folder that is still empty and stays is told again by this run. */
  private boolean isTriedEachTime(StorePath path) {
    try {
      return store().find(path).filter(StoreEntry::folder).isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  private boolean isWhole(StorePath path) {
    try {
      Optional<Fingerprint> wanted = section.layout().fingerprint(path);
      Optional<StoreEntry> there = store().find(path);
      return wanted.isPresent()
          && there.isPresent()
          && section.shelf().is(there.get(), wanted.get());
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether nothing is at a path; of a store that is not there nobody can tell. */
  private boolean isGone(StorePath path) {
    try {
      return store().find(path).isEmpty()
          && PlaceToken.read(store(), section.layout().homes()).isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  /** What was placed from here and may never have been hung. */
  PlacedFiles placed() {
    return PlacedFiles.in(uses.notes().catalog().home(), name());
  }

  /** Of what was to be put aside. */
  ErrorFile sweepErrors() {
    return errors("aside");
  }

  /** Of what was to be deleted or taken back. */
  ErrorFile purgeErrors() {
    return errors("purge");
  }

  /** Does what moves or deletes something. */
  private <R> R alone(Alone.Step<R> step) throws IOException {
    return Alone.run(log, "blobs-" + name() + ".lock", name(), step);
  }

  @Override
  public CleanupReport preview() {
    try (Sweep sweep = new Sweep(this)) {
      return sweep.report();
    } catch (IOException e) {
      throw Failure.of("Section '" + name() + "' cannot be listed", e);
    }
  }

  @Override
  public CleanupReport quarantine() {
    try {
      return alone(() -> {
        try (Sweep sweep = new Sweep(this)) {
          return sweep.putAside();
        }
      });
    } catch (IOException e) {
      throw Failure.of("Section '" + name() + "' cannot be cleaned up", e);
    }
  }

  @Override
  public PurgeReport purge() {
    try {
      return alone(() -> new Purge(withWaiting()).purge());
    } catch (IOException e) {
      throw Failure.of("Section '" + name() + "' cannot be cleaned up", e);
    }
  }

  @Override
  public PurgeReport undo() {
    try {
      return alone(() -> new Purge(this).undo());
    } catch (IOException e) {
      throw Failure.of("What was put aside in section '" + name() + "' cannot be taken back", e);
    }
  }

  @Override
  public List<Trouble> errors() {
    try {
      return Stream.concat(sweepErrors().read().stream(), purgeErrors().read().stream())
          .toList();
    } catch (IOException e) {
      throw Failure.of("The errors of section '" + name() + "' cannot be read", e);
    }
  }

  @Override
  public String toString() {
    return "Cleanup of section '" + name() + "': preview(), quarantine(), undo(), purge()";
  }
}
