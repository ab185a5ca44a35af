/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.Cleanup.Tally;
import io.alfheim.blobs.PurgeReport;
import io.alfheim.catalog.CatalogRecord;
import io.alfheim.catalog.Progress;
import io.alfheim.catalog.spi.Snapshot;
import io.alfheim.catalog.spi.TagEntry;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Deletes what waits, or takes it back; used once. Nobody can begin to refer to something while it is
 * deleted: it is done in the turn of a writer of the record, and only as long as its references and
 * tags are those that were asked. Others get their turns in between.
 */
final class Purge {
  private static final int BATCH = 200;
  private static final int TRIES = 10;

  /** How long others wait, and what is deleted at that moment. */
  private static final Duration TURN = Duration.ofSeconds(2);

  private final SectionCleanup cleanup;
  private final LongSupplier nanos;
  private final Quarantine quarantine;
  private final ObjectWalk walk;
  private final Troubles errors;
  private final Conflicts conflicts;
  private final Deque<StoreEntry> batch = new ArrayDeque<>();
  private Tally deleted = Tally.NONE;
  private Tally restored = Tally.NONE;
  private Tally waiting = Tally.NONE;

  Purge(SectionCleanup cleanup) {
    this(cleanup, System::nanoTime);
  }

  /** With a clock of its own. */
  Purge(SectionCleanup cleanup, LongSupplier nanos) {
    this.cleanup = cleanup;
    this.nanos = nanos;
    ObjectShelf shelf = cleanup.section().shelf();
    this.quarantine = new Quarantine(shelf);
    this.walk = new ObjectWalk(shelf.store(), folder -> false);
    this.errors = new Troubles(shelf.layout().quarantine());
    this.conflicts = new Conflicts(quarantine, cleanup.uses(), cleanup.plan().kept(), errors);
  }

  private CatalogRecord record() {
    return cleanup.uses().notes().catalog().record();
  }

  private PurgeReport made() {
    return new PurgeReport(cleanup.name(), deleted, restored, waiting, errors.list());
  }

  /** What decides on uses. A commit that leaves it as it was makes nothing used. */
  private record State(String notes, List<TagEntry> tags) {}

  private State state(Snapshot now) throws IOException {
    return new State(now.notesId(ReferenceLine.TOPIC), record().history().tags());
  }

  /** As the newest commit has it, also when the index is behind. */
  private State state() {
    Deque<State> asked = new ArrayDeque<>();
    record().change("Nothing changes", editor -> asked.add(state(editor.base())));
    return asked.getLast();
  }

  PurgeReport purge() throws IOException {
    cleanup.requireNoOtherHome("Nothing was deleted");
    int tries = 0;
    boolean again = true;
    while (again) {
      if (tries++ == TRIES) {
        throw new BlobException(
            "Not all was deleted that waits in section '" + cleanup.name() + "': references or tags"
                + " changed " + TRIES + " times while it was asked who needs it. Deleted " + deleted
                + ", restored " + restored + ".",
            "Try again when less is hung and removed; nothing is lost by that.");
      }
      State asked = state();
      try (Spool spool = new Spool()) {
        waiting = Tally.NONE;
        errors.clear();
        look(spool, Instant.now().minus(cleanup.plan().grace()));
        cleanup.uses().spool(cleanup.plan().kept(), spool, Spool.Use.KEPT);
        again = !purge(spool, asked);
      }
    }
    return made();
  }

  /** All that was put aside before some time. */
  private void look(Spool spool, Instant before) throws IOException {
    StorePath folder = cleanup.section().layout().quarantine();
    walk.walk(folder, entry -> {
      boolean due =
          quarantine.time(entry.path()).filter(time -> !time.isAfter(before)).isPresent();
      if (due) {
        spool.find(entry, quarantine.origin(entry.path()));
      } else {
        waiting = waiting.plus(entry.size());
      }
    });
    if (!walk.problems().isEmpty()) {
      throw new BlobException(
          "Nothing was deleted: what waits in section '" + cleanup.name()
              + "' could not be listed whole. " + walk.problems().get(0),
          "Mend that, then try again.");
    }
  }

  /** Ends the walk through the spool when the record is another one by now. */
  private static final class Moved extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** Whether all was done; not if the record moved. */
  private boolean purge(Spool spool, State asked) throws IOException {
    try (ErrorFile.Noting noting = cleanup.purgeErrors().noting(errors);
        Progress.Task task = cleanup.progress().begin("Deleting", spool.found())) {
      spool.join((entry, use) -> {
        if (use == Spool.Use.KEPT) {
          restore(entry);
        } else {
          batch.add(entry);
        }
        if (conflicts.isFull()) {
          batch.addAll(conflicts.settle());
        }
        if (batch.size() >= BATCH) {
          delete(asked);
        }
        task.advance(1);
      });
      batch.addAll(conflicts.settle());
      delete(asked);
      quarantine.prune(walk.empty(), errors);
      noting.end(true);
      return true;
    } catch (Moved e) {
      return false;
    } finally {
      batch.clear();
      conflicts.clear();
    }
  }

  private void delete(State asked) throws IOException {
    while (!batch.isEmpty()) {
      boolean[] moved = {false};
      record().change("Nothing changes", editor -> {
        moved[0] = !state(editor.base()).equals(asked);
        if (!moved[0]) {
          deleteForAWhile();
        }
      });
      if (moved[0]) {
        throw new Moved();
      }
    }
  }

  /** At least one, so that it comes to an end. */
  private void deleteForAWhile() throws IOException {
    long begun = nanos.getAsLong();
    do {
      delete(batch.remove());
    } while (!batch.isEmpty() && nanos.getAsLong() - begun < TURN.toNanos());
  }

  private void delete(StoreEntry entry) throws IOException {
    try {
      quarantine.delete(entry.path());
      deleted = deleted.plus(entry.size());
    } catch (IOException e) {
      errors.addUnlessInterrupted(entry.path(), e);
    }
  }

  private void restore(StoreEntry entry) throws IOException {
    try {
      if (quarantine.restore(entry.path())) {
        restored = restored.plus(entry.size());
      } else {
        conflicts.add(entry);
      }
    } catch (IOException e) {
      errors.addUnlessInterrupted(entry.path(), e);
    }
  }

  PurgeReport undo() throws IOException {
    try (Spool spool = new Spool()) {
      look(spool, Instant.MAX);
      try (ErrorFile.Noting noting = cleanup.purgeErrors().noting(errors);
          Progress.Task task = cleanup.progress().begin("Taking back", spool.found())) {
        spool.join((entry, use) -> {
          restore(entry);
          if (conflicts.isFull()) {
            settle();
          }
          task.advance(1);
        });
        settle();
        noting.end(true);
      }
    }
    return made();
  }

  /** Taking back deletes nothing. */
  private void settle() throws IOException {
    for (StoreEntry entry : conflicts.settle()) {
      errors.add(
          entry.path(),
          "'" + quarantine.origin(entry.path())
              + "' has other bytes by now, and is what is referred"
              + " to, so this one stays here. The next purge deletes it.");
    }
  }
}
