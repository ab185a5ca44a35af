/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.AlfIds;
import io.alfheim.alf.DatasetPath;
import io.alfheim.catalog.ScanOptions;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.Editor;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.catalog.spi.SessionRecord;
import io.alfheim.catalog.spi.Snapshot;
import io.alfheim.catalog.spi.UnreadableSessionException;
import io.alfheim.store.Listing;
import io.alfheim.store.Location;
import io.alfheim.store.Store;
import io.alfheim.store.StoreEntry;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Looks through one session folder and puts what is there into the record. Safe for threads. */
final class SessionScan {
  private final SessionRecord record;
  private final Store store;
  private final DatasetIds ids;
  private final Path fingerprints;
  private final ScanOptions options;
  private final ScanTally tally;
  private final SessionMerge merge;

  SessionScan(
      Backends backends, Store store, Path fingerprints, ScanOptions options, ScanTally tally) {
    this.record = backends.record();
    this.store = store;
    this.ids = new DatasetIds(backends.namespace());
    this.fingerprints = fingerprints;
    this.options = options;
    this.tally = tally;
    this.merge = new SessionMerge(store.name(), tally);
  }

  void scan(SessionFinder.Found found, Editor editor) throws IOException {
    Listing listing;
    try {
      listing = store.walk(found.path());
    } catch (IOException e) {
      tally.problem(found.path().value(), "cannot be listed: " + e.getMessage());
      return;
    }
    listing.problems().forEach(problem -> tally.problem(problem.path(), problem.reason()));
    KnownSession before;
    try {
      before = KnownSession.find(record, editor.base(), found.folder().key());
    } catch (UnreadableSessionException e) {
      tally.problem(found.path().value(), "was not scanned: " + e.getMessage());
      return;
    }
    put(found, listing, before, editor);
  }

  private void put(SessionFinder.Found found, Listing listing, KnownSession before, Editor editor)
      throws IOException {
    Optional<SessionEntry> known = before.session();
    UUID id = id(found, known);
    Map<String, DatasetEntry> datasets = datasets(found, listing.entries(), id, known);
    tally.sessions.increment();
    tally.datasets.add(datasets.size());
    Location at = new Location(store.name(), found.path());
    SessionEntry now = known
        .map(old -> merge.merge(old, at, datasets, listing.problems().isEmpty()))
        .orElseGet(() -> merge.first(
            new SessionEntry(found.folder().key(), id, "", List.of(), List.of(at), List.of()),
            datasets));
    if (before.damaged()) {
      tally.problem(found.path().value(), before.told());
    }
    if (before.damaged() || known.filter(now::equals).isEmpty()) {
      editor.put(now);
    }
  }

  /** Remembers the content of the files, so that it need not be read while the record is written. */
  void readAhead(SessionFinder.Found found, Snapshot before) throws IOException {
    List<StoreEntry> files;
    try {
      files = store.walk(found.path()).entries();
    } catch (IOException e) {
      return; // the scan is going to say so
    }
    Optional<SessionEntry> known;
    try {
      known = KnownSession.find(record, before, found.folder().key()).session();
    } catch (UnreadableSessionException e) {
      return; // so is this
    }
    List<StoreEntry> dated = files.stream().filter(file -> file.modified() != 0).toList();
    var unused = datasets(found, dated, id(found, known), known);
  }

  private UUID id(SessionFinder.Found found, Optional<SessionEntry> known) {
    return known
        .map(SessionEntry::id)
        .orElseGet(() -> AlfIds.sessionIdAsSpelled(ids.namespace(), found.folder()));
  }

  private Map<String, DatasetEntry> datasets(
      SessionFinder.Found found, List<StoreEntry> files, UUID id, Optional<SessionEntry> known)
      throws IOException {
    boolean hashed = options.hashing() || known.map(SessionScan::hasHashes).orElse(false);
    Fingerprints prints =
        hashed ? Fingerprints.of(fingerprints, store.name(), id.toString()) : null;
    Map<String, DatasetEntry> datasets = new HashMap<>();
    for (Map.Entry<String, StoreEntry> each : byPath(found, files, known).entrySet()) {
      String path = each.getKey();
      StoreEntry file = each.getValue();
      String hash = prints == null ? "" : hash(file, path, prints);
      datasets.put(path, DatasetEntry.found(path, file.size()).withContent(file.size(), hash));
    }
    if (prints != null) {
      prints.save();
    }
    return datasets;
  }

  /** The files that can be datasets, by the paths that the record has for them or will have. */
  private Map<String, StoreEntry> byPath(
      SessionFinder.Found found, List<StoreEntry> files, Optional<SessionEntry> known) {
    Map<String, StoreEntry> byPath = new HashMap<>();
    for (StoreEntry file : files) {
      String path = file.path().below(found.path());
      Optional<String> fault =
          DatasetPath.isValid(path) ? Optional.empty() : DatasetPath.whyInvalid(path);
      if (fault.isPresent()) {
        tally.leaveOut(file.path().value(), fault.get());
      } else {
        byPath.put(path, file);
      }
    }
    known.ifPresent(session -> Spellings.nameAsRecorded(session, ids, byPath));
    return byPath;
  }

  private static boolean hasHashes(SessionEntry session) {
    return session.datasets().stream().anyMatch(dataset -> !dataset.hash().isEmpty());
  }

  private String hash(StoreEntry file, String path, Fingerprints prints) throws IOException {
    String known = prints.find(path, file.size(), file.modified());
    // Known by its hash but looking different: the record must not keep a hash that may be wrong.
    boolean read = known.isEmpty() && (options.hashing() || prints.knows(path));
    String hash = read ? read(file) : known;
    if (!hash.isEmpty()) {
      prints.put(path, file.size(), file.modified(), hash);
    } else {
      prints.keep(path);
    }
    return hash;
  }

  private String read(StoreEntry file) throws IOException {
    try {
      return Md5.of(store.read(file.path()));
    } catch (NoSuchFileException e) {
      tally.problem(file.path().value(), "disappeared while it was read");
      return "";
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      tally.problem(file.path().value(), "cannot be read: " + e.getMessage());
      return "";
    }
  }
}
