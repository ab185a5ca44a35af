/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.SessionKey;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Progress;
import io.alfheim.catalog.ScanOptions;
import io.alfheim.catalog.ScanReport;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.Editor;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.Snapshot;
import io.alfheim.catalog.spi.Touching;
import io.alfheim.catalog.spi.UnreadableSessionException;
import io.alfheim.store.Location;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One scan: finds the session folders, looks through each, and writes all that differs as one commit of
 * the record. The index follows when the next question is asked.
 */
final class Scan {
  private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final Backends backends;
  private final Home home;
  private final Stores.Place place;
  private final ScanOptions options;
  private final Progress progress;
  private final ScanTally tally = new ScanTally();

  Scan(Backends backends, Home home, Stores.Place place, ScanOptions options, Progress progress) {
    this.backends = backends;
    this.home = home;
    this.place = place;
    this.options = options;
    this.progress = progress;
  }

  ScanReport run() throws IOException {
    long start = System.nanoTime();
    String store = place.store().name();
    SessionRecord record = backends.record();
    Snapshot before = record.at(record.head());
    try (Workers workers = new Workers(THREADS)) {
      SortedMap<SessionKey, SessionFinder.Found> sessions =
          new SessionFinder(place, workers, tally).find();
      boolean allSeen = !tally.hasProblems();
      List<SessionEntry> gone = allSeen ? gone(before, sessions, workers) : List.of();
      refuseToForget(sessions, gone);
      if (options.hashing()) {
        readAhead(before, sessions, workers);
      }
      CommitId commit = record.commit("Scan store '" + store + "'", editor -> {
        look(sessions, workers, editor);
        for (SessionEntry session : gone) {
          forget(session, editor);
        }
      });
      return tally.report(store, commit, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /** Reading all files may take a day, in which others want to write. */
  private void readAhead(
      Snapshot before, SortedMap<SessionKey, SessionFinder.Found> sessions, Workers workers)
      throws IOException {
    var unused = backends.record().commit("", editor -> {}); // refuses now and not in a day
    SessionScan scan = sessionScan(new ScanTally());
    try (Progress.Task task = progress.begin("Reading files of sessions", sessions.size())) {
      workers.forEach(List.copyOf(sessions.values()), found -> {
        scan.readAhead(found, before);
        task.advance(1);
      });
    }
  }

  private SessionScan sessionScan(ScanTally into) {
    return new SessionScan(backends, place.store(), home.fingerprints(), options, into);
  }

  private void look(
      SortedMap<SessionKey, SessionFinder.Found> sessions, Workers workers, Editor editor)
      throws IOException {
    SessionScan scan = sessionScan(tally);
    try (Progress.Task task = progress.begin("Reading sessions", sessions.size())) {
      workers.forEach(List.copyOf(sessions.values()), found -> {
        scan.scan(found, editor);
        task.advance(1);
      });
    }
  }

  /**
   * The sessions that the record had in the folder scanned before that was looked through, and that
   * are not there any more: what others made meanwhile may be where one had been already. The record
   * is asked and not the index, which need not know of the last scan yet. What cannot be read there
   * may have been here or not, and stays as it is.
   */
  private List<SessionEntry> gone(
      Snapshot before, SortedMap<SessionKey, SessionFinder.Found> sessions, Workers workers)
      throws IOException {
    SessionRecord.ProblemVisitor strays = (where, what) -> tally.problem("the record", what);
    List<SessionKey> unseen =
        backends
            .record()
            .changed(CommitId.NONE, before.commit(), Touching.ANYTHING, strays)
            .stream()
            .filter(key -> !sessions.containsKey(key))
            .toList();
    Queue<SessionEntry> gone = new ConcurrentLinkedQueue<>();
    workers.forEach(unseen, key -> find(before, key).filter(this::canBeGone).ifPresent(gone::add));
    return List.copyOf(gone);
  }

  private Optional<SessionEntry> find(Snapshot snapshot, SessionKey key) throws IOException {
    try {
      return snapshot.find(key);
    } catch (UnreadableSessionException e) {
      tally.problem("the record", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** A session without datasets has no folder yet. */
  private boolean canBeGone(SessionEntry session) {
    return (options.forgetting() || !session.datasets().isEmpty())
        && session.locations().stream().anyMatch(this::isHere);
  }

  private boolean isHere(Location location) {
    String folder = place.folder().value();
    String path = location.path().value();
    return location.store().equals(place.store().name())
        && (folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/"));
  }

  private void refuseToForget(
      SortedMap<SessionKey, SessionFinder.Found> sessions, List<SessionEntry> gone) {
    if (sessions.isEmpty() && !gone.isEmpty() && !options.forgetting()) {
      throw new CatalogException(
          "There is no session in '" + place.store().root() + "', where the catalog knows "
              + gone.size() + ". Nothing was changed.",
          "Is the disk mounted? If they are gone for good: "
              + "catalog.scan(folder, ScanOptions.DEFAULT.withForgetting(true)).");
    }
  }

  /** Whom others have changed since may be back; the next scan looks again. */
  private void forget(SessionEntry session, Editor editor) throws IOException {
    if (find(editor.base(), session.key()).filter(session::equals).isEmpty()) {
      return;
    }
    List<Location> elsewhere =
        session.locations().stream().filter(location -> !isHere(location)).toList();
    if (elsewhere.isEmpty()) {
      tally.removed.add(session.datasets().size());
      editor.remove(session.key());
    } else {
      SessionEntry after = Holders.in(session, elsewhere);
      tally.removed.add(session.datasets().size() - after.datasets().size());
      editor.put(after);
    }
  }
}
