/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static java.util.stream.Collectors.joining;

import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.CopyReport;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.Progress;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.store.Location;
import io.alfheim.store.Store;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Copies datasets to another store: the files first, each checked on its way, then one commit of the
 * record. When anything fails, the copies that are whole stay for the next time.
 */
final class Transfer {
  private static final int PARALLEL = 8;
  private static final int SHOWN = 10;

  private final HomeCatalog catalog;
  private final String to;
  private final Progress progress;
  private final Map<Dataset, DatasetEntry> entries = new ConcurrentHashMap<>();
  private final LongAdder copied = new LongAdder();
  private final LongAdder bytes = new LongAdder();

  Transfer(HomeCatalog catalog, String to, Progress progress) {
    this.catalog = catalog;
    this.to = to;
    this.progress = progress;
  }

  /** Copies, and gives the datasets as of the new commit. */
  CopyReport copy(List<Dataset> datasets) {
    try {
      WritableStore store = store(catalog.places().writable(to).store());
      Map<SessionEntry, List<Dataset>> sessions = bySession(datasets);
      write(sessions, store);
      record(sessions);
      return report(datasets);
    } catch (IOException e) {
      throw Failure.of(trouble(datasets, "copied"), e);
    }
  }

  private CopyReport report(List<Dataset> datasets) {
    long skipped = entries.size() - copied.sum();
    return new CopyReport(to, now(datasets), copied.sum(), skipped, bytes.sum());
  }

  private String trouble(List<Dataset> datasets, String what) {
    String trouble = datasets.size() + " datasets cannot be " + what + " to store '" + to + "'";
    return copied.sum() == 0
        ? trouble
        : trouble + " (" + copied.sum() + " are there now, and will not be copied again)";
  }

  /** As {@link #copy}; then takes them out of all other stores, of the record first. */
  CopyReport move(List<Dataset> datasets) {
    List<String> left;
    try {
      WritableStore store = store(catalog.places().writable(to).store());
      Originals originals = new Originals(catalog.places(), store, new LinkedHashSet<>(datasets));
      Map<SessionEntry, List<Dataset>> sessions = bySession(datasets);
      write(sessions, store);
      compare(sessions, originals);
      record(sessions);
      new Departure(catalog, to).record(bySession(datasets));
      left = originals.delete();
    } catch (IOException e) {
      throw Failure.of(trouble(datasets, "moved"), e);
    }
    if (!left.isEmpty()) {
      throw notDeleted(left);
    }
    return report(datasets);
  }

  private CatalogException notDeleted(List<String> left) {
    String shown = left.stream().limit(SHOWN).collect(joining(", "));
    String more = left.size() > SHOWN ? " and " + (left.size() - SHOWN) + " more" : "";
    return new CatalogException(
        entries.size() + " datasets were moved to store '" + to
            + "', but these files could not be deleted: " + shown + more + ".",
        "Delete them by hand: the record does not have them any more. All are in the log.");
  }

  /** Before files are deleted, they and the copies are read as they lie there. */
  private void compare(Map<SessionEntry, List<Dataset>> sessions, Originals originals)
      throws IOException {
    Map<Dataset, StorePath> copies = new LinkedHashMap<>();
    sessions.forEach((session, datasets) -> datasets.forEach(
        dataset -> copies.put(dataset, folder(session).path().resolve(dataset.toString()))));
    try (Workers workers = Workers.ofProcessors();
        Progress.Task task = progress.begin("Checking copies", copies.size())) {
      workers.forEach(List.copyOf(copies.keySet()), dataset -> {
        originals.compare(dataset, Objects.requireNonNull(copies.get(dataset)));
        task.advance(1);
      });
    }
  }

  private static WritableStore store(Store writable) {
    return (WritableStore) writable;
  }

  /** The sessions as the record has them now. */
  private Map<SessionEntry, List<Dataset>> bySession(List<Dataset> datasets) throws IOException {
    Additions additions = new Additions(catalog.backends());
    Map<SessionEntry, List<Dataset>> sessions = new LinkedHashMap<>();
    for (Dataset dataset : new LinkedHashSet<>(datasets)) {
      SessionEntry known = additions.known(((RecordedSession) dataset.session()).entry());
      sessions.computeIfAbsent(known, key -> new ArrayList<>()).add(dataset);
    }
    return sessions;
  }

  private Location folder(SessionEntry session) {
    return session.locations().stream()
        .filter(location -> location.store().equals(to))
        .findFirst()
        .orElseGet(() -> new Location(to, new StorePath(session.key().path())));
  }

  private void write(Map<SessionEntry, List<Dataset>> sessions, WritableStore store)
      throws IOException {
    Map<Dataset, CopyFolder> targets = new LinkedHashMap<>();
    for (Map.Entry<SessionEntry, List<Dataset>> session : sessions.entrySet()) {
      String id = session.getKey().id().toString();
      CopyFolder folder =
          CopyFolder.look(store, folder(session.getKey()).path(), catalog.fingerprints(), id);
      session.getValue().forEach(dataset -> targets.put(dataset, folder));
    }
    long total =
        targets.keySet().stream().mapToLong(one -> one.size().orElse(0)).sum();
    try (Workers workers = new Workers(PARALLEL);
        Progress.Task task = progress.begin("Copying bytes", total)) {
      workers.forEach(List.copyOf(targets.keySet()), dataset -> {
        CopyFolder folder = Objects.requireNonNull(targets.get(dataset));
        FileCopy copy = new FileCopy(dataset, catalog.places(), folder, task::advance);
        if (copy.make()) {
          copied.increment();
          bytes.add(copy.size());
        }
        entries.put(dataset, copy.entry());
      });
      // Also what an earlier attempt left: the record says only what a power cut cannot undo.
      workers.forEach(List.copyOf(targets.keySet()), dataset -> {
        CopyFolder folder = Objects.requireNonNull(targets.get(dataset));
        store.force(folder.location(dataset.toString()).path());
      });
    }
  }

  private void record(Map<SessionEntry, List<Dataset>> sessions) throws IOException {
    List<Additions.At> additions = new ArrayList<>();
    sessions.forEach((session, datasets) -> {
      List<DatasetEntry> copied = datasets.stream()
          .map(dataset -> Objects.requireNonNull(entries.get(dataset)))
          .toList();
      additions.add(new Additions.At(session, folder(session), copied));
    });
    String message = "Copy " + entries.size() + " datasets to store '" + to + "'";
    new Additions(catalog.backends()).commit(message, additions);
  }

  private List<Dataset> now(List<Dataset> datasets) {
    List<Dataset> now = new ArrayList<>();
    for (Dataset dataset : datasets) {
      DatasetEntry entry = ((RecordedDataset) dataset).entry();
      now.addAll(catalog.datasets(dataset.session().id(), List.of(entry)));
    }
    return now;
  }
}
