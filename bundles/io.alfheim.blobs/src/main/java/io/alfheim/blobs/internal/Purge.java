/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.Cleanup.Tally;
import io.alfheim.blobs.Cleanup.Trouble;
import io.alfheim.blobs.PurgeReport;
import io.alfheim.catalog.CatalogRecord;
import io.alfheim.catalog.Progress;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Deletes what waits, or takes it back; used once. Nobody can begin to refer to something while it is
 * deleted: it is done in the turn of a writer of the record, and only as long as the record is the one
 * that was asked.
 */
final class Purge {
  private static final int BATCH = 200;

  private final SectionCleanup cleanup;
  private final Quarantine quarantine;
  private final ObjectWalk walk;
  private final List<Trouble> errors = new ArrayList<>();
  private final List<StoreEntry> batch = new ArrayList<>();
  private Tally deleted = Tally.NONE;
  private Tally restored = Tally.NONE;
  private Tally waiting = Tally.NONE;

  Purge(SectionCleanup cleanup) {
    this.cleanup = cleanup;
    ObjectShelf shelf = cleanup.section().shelf();
    this.quarantine = new Quarantine(shelf);
    this.walk = new ObjectWalk(shelf.store(), folder -> false);
  }

  private CatalogRecord record() {
    return cleanup.uses().notes().catalog().record();
  }

  private PurgeReport made() {
    return new PurgeReport(cleanup.name(), deleted, restored, waiting, errors);
  }

  PurgeReport purge() throws IOException {
    cleanup.requireNoOtherHome("Nothing was deleted");
    boolean again = true;
    while (again) {
      CommitId asked = cleanup.uses().notes().catalog().commit();
      try (Spool spool = new Spool()) {
        waiting = Tally.NONE;
        look(spool, Instant.now().minus(cleanup.plan().grace()));
        cleanup.uses().spool(cleanup.plan().kept(), spool, Spool.Use.KEPT);
        again = !purge(spool, asked);
      }
    }
    quarantine.prune(walk.empty());
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
  private boolean purge(Spool spool, CommitId asked) throws IOException {
    boolean whole = false;
    try (Progress.Task task = cleanup.progress().begin("Deleting", spool.found())) {
      spool.join((entry, use) -> {
        if (use == Spool.Use.KEPT) {
          restore(entry);
        } else {
          batch.add(entry);
        }
        if (batch.size() >= BATCH) {
          delete(asked);
        }
        task.advance(1);
      });
      delete(asked);
      whole = true;
      return true;
    } catch (Moved e) {
      return false;
    } finally {
      batch.clear();
      cleanup.purgeErrors().update(errors, whole);
    }
  }

  private void delete(CommitId asked) throws IOException {
    if (batch.isEmpty()) {
      return;
    }
    boolean[] moved = {false};
    record().change("Nothing changes", editor -> {
      moved[0] = !editor.base().commit().equals(asked);
      for (StoreEntry entry : moved[0] ? List.<StoreEntry>of() : batch) {
        delete(entry);
      }
    });
    batch.clear();
    if (moved[0]) {
      throw new Moved();
    }
  }

  private void delete(StoreEntry entry) {
    try {
      quarantine.delete(entry.path());
      deleted = deleted.plus(entry.size());
    } catch (IOException e) {
      errors.add(new Trouble(entry.path().value(), Failure.reason(e)));
    }
  }

  private void restore(StoreEntry entry) {
    try {
      quarantine.restore(entry.path());
      restored = restored.plus(entry.size());
    } catch (IOException e) {
      errors.add(new Trouble(entry.path().value(), Failure.reason(e)));
    }
  }

  PurgeReport undo() throws IOException {
    try (Spool spool = new Spool()) {
      look(spool, Instant.MAX);
      boolean whole = false;
      try (Progress.Task task = cleanup.progress().begin("Taking back", spool.found())) {
        spool.join((entry, use) -> {
          restore(entry);
          task.advance(1);
        });
        whole = true;
      } finally {
        cleanup.purgeErrors().update(errors, whole);
      }
    }
    return made();
  }
}
