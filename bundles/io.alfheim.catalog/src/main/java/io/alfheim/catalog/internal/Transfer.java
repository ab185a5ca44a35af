/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static java.util.stream.Collectors.partitioningBy;

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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Copies datasets to another store: the files first, each checked on its way, then one commit of the
 * record. When anything fails, the copies that are whole stay for the next time.
 */
final class Transfer {
  private static final int PARALLEL = 8;

  private final HomeCatalog catalog;
  private final String to;
  private final Progress progress;
  private final Map<Dataset, DatasetEntry> entries = new ConcurrentHashMap<>();
  private final LongAdder copied = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final Set<Location> apart = ConcurrentHashMap.newKeySet();

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
    try {
      Map<Location, WritableStore> from = new LinkedHashMap<>();
      for (Dataset dataset : new LinkedHashSet<>(datasets)) {
        for (Location location : dataset.locations()) {
          if (!location.store().equals(to)) {
            from.put(location, store(catalog.places().writable(location.store()).store()));
          }
        }
      }
      copy(datasets);
      readBack(datasets);
      new Departure(catalog, to).record(bySession(datasets));
      for (Map.Entry<Location, WritableStore> file : from.entrySet()) {
        file.getValue().delete(file.getKey().path());
      }
      return report(datasets);
    } catch (IOException e) {
      throw Failure.of(trouble(datasets, "moved"), e);
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

  /** Before the only other copies are deleted, this one is read as it lies there. */
  private void readBack(List<Dataset> datasets) throws IOException {
    List<Dataset> now = now(datasets);
    try (Workers workers = Workers.ofProcessors();
        Progress.Task task = progress.begin("Checking copies", now.size())) {
      workers.forEach(now, dataset -> {
        readBack(dataset);
        task.advance(1);
      });
    }
  }

  private void readBack(Dataset dataset) throws IOException {
    Map<Boolean, List<Location>> places =
        dataset.locations().stream().collect(partitioningBy(one -> one.store().equals(to)));
    String hash = dataset.hash().orElse("");
    for (Location copy : Objects.requireNonNull(places.get(true))) {
      String found = hash(copy);
      for (Location other : Objects.requireNonNull(places.get(false))) {
        requireTwoPlaces(copy, other);
        if (!found.equals(hash.isEmpty() ? hash(other) : hash)) {
          throw new CatalogException(
              "The copy '" + copy + "' is damaged; nothing was deleted.",
              "Copy it again, or take another store.");
        }
      }
    }
  }

  /**
   * Two stores may be one place under two names, where a copy is its own original: what is made in the
   * folder of the one must not be in that of the other. Once for each folder.
   */
  private void requireTwoPlaces(Location copy, Location other) throws IOException {
    if (!apart.add(new Location(other.store(), other.path().parent()))) {
      return;
    }
    String name = "alfheim-probe-" + UUID.randomUUID();
    WritableStore store = store(catalog.places().writable(to).store());
    StorePath probe = copy.path().parent().resolve(name);
    store.create(probe, out -> {});
    try {
      StorePath same = other.path().parent().resolve(name);
      if (catalog.places().get(other.store()).find(same).isPresent()) {
        throw new CatalogException(
            "'" + copy + "' and '" + other + "' are one file under two names; nothing was deleted.",
            "Forget one of the two: stores.remove(\"" + to + "\").");
      }
    } finally {
      store.delete(probe);
    }
  }

  private String hash(Location file) throws IOException {
    return Md5.of(catalog.places().get(file.store()).read(file.path()));
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
