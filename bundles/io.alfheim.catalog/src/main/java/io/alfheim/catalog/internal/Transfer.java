/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.CatalogException;
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

/**
 * Copies datasets to another store: the files first, each checked on its way, then one commit of the
 * record. When anything fails, the copies are taken back.
 */
final class Transfer {
  private static final int PARALLEL = 8;

  private final HomeCatalog catalog;
  private final String to;
  private final Progress progress;
  private final Map<Dataset, DatasetEntry> entries = new ConcurrentHashMap<>();
  private final Map<Dataset, StorePath> made = new ConcurrentHashMap<>();

  Transfer(HomeCatalog catalog, String to, Progress progress) {
    this.catalog = catalog;
    this.to = to;
    this.progress = progress;
  }

  /** Copies, and gives the datasets as of the new commit. */
  List<Dataset> copy(List<Dataset> datasets) {
    try {
      WritableStore store = store(catalog.places().writable(to).store());
      Map<SessionEntry, List<Dataset>> sessions = bySession(datasets);
      try {
        write(sessions, store);
        record(sessions);
      } catch (IOException | RuntimeException e) {
        takeBack(store, e);
        throw e;
      }
      return now(datasets);
    } catch (IOException e) {
      throw Failure.of(datasets.size() + " datasets cannot be copied to store '" + to + "'", e);
    }
  }

  /** As {@link #copy}; then takes them out of all other stores, of the record first. */
  List<Dataset> move(List<Dataset> datasets) {
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
      return now(datasets);
    } catch (IOException e) {
      throw Failure.of(datasets.size() + " datasets cannot be moved to store '" + to + "'", e);
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
    Map<Dataset, StorePath> targets = new LinkedHashMap<>();
    sessions.forEach((session, datasets) -> datasets.forEach(
        dataset -> targets.put(dataset, folder(session).path().resolve(dataset.toString()))));
    long total =
        targets.keySet().stream().mapToLong(one -> one.size().orElse(0)).sum();
    try (Workers workers = new Workers(PARALLEL);
        Progress.Task task = progress.begin("Copying bytes", total)) {
      workers.forEach(List.copyOf(targets.keySet()), dataset -> {
        StorePath target = Objects.requireNonNull(targets.get(dataset));
        FileCopy copy = new FileCopy(dataset, store, target);
        if (copy.make(dataset.source(), task::advance)) {
          made.put(dataset, target);
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

  /** Before the only other copy is deleted, this one is read as it lies there. */
  private void readBack(List<Dataset> datasets) throws IOException {
    for (Dataset dataset : datasets) {
      DatasetEntry entry = Objects.requireNonNull(entries.get(dataset));
      for (Dataset now : now(List.of(dataset))) {
        for (Location location : now.locations()) {
          if (location.store().equals(to)
              && !Md5.of(catalog.stores().get(to).read(location.path())).equals(entry.hash())) {
            throw new CatalogException(
                "The copy '" + location + "' is damaged; nothing was deleted.",
                "Copy it again, or take another store.");
          }
        }
      }
    }
  }

  private void takeBack(WritableStore store, Exception because) {
    for (StorePath file : made.values()) {
      try {
        store.delete(file);
      } catch (IOException e) {
        because.addSuppressed(e);
      }
    }
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
