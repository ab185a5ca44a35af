/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static java.util.stream.Collectors.joining;

import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.CopyReport;
import io.alfheim.catalog.Counted;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.Progress;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.store.Store;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
  private final Set<Dataset> made = ConcurrentHashMap.newKeySet();
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
      List<Part> parts = parts(datasets);
      write(parts, store);
      record(parts);
      return report(datasets, parts);
    } catch (IOException e) {
      throw Failure.of(trouble(datasets, "copied"), e);
    }
  }

  private CopyReport report(List<Dataset> datasets, List<Part> parts) {
    long copied = made.size();
    long skipped = entries.size() - copied;
    return new CopyReport(to, now(datasets, parts), copied, skipped, bytes.sum());
  }

  private String trouble(List<Dataset> datasets, String what) {
    String trouble =
        Counted.of(datasets.size(), "dataset") + " cannot be " + what + " to store '" + to + "'";
    return made.isEmpty()
        ? trouble
        : trouble + " (" + made.size() + " are there now, and will not be copied again)";
  }

  /** As {@link #copy}; then takes them out of all other stores, of the record first. */
  CopyReport move(List<Dataset> datasets) {
    List<String> left;
    List<Part> parts;
    try {
      WritableStore store = store(catalog.places().writable(to).store());
      Originals originals = new Originals(catalog.places(), store, new LinkedHashSet<>(datasets));
      parts = parts(datasets);
      write(parts, store);
      compare(parts, originals);
      record(parts);
      new Departure(catalog, to).record(parts);
      left = originals.delete();
    } catch (IOException e) {
      throw Failure.of(trouble(datasets, "moved"), e);
    }
    if (!left.isEmpty()) {
      throw notDeleted(left);
    }
    return report(datasets, parts);
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
  private void compare(List<Part> parts, Originals originals) throws IOException {
    Map<Dataset, StorePath> copies = new LinkedHashMap<>();
    parts.forEach(
        part -> part.datasets().forEach(dataset -> copies.put(dataset, part.path(dataset))));
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

  private List<Part> parts(List<Dataset> datasets) throws IOException {
    return Part.of(datasets, to, catalog.backends().record());
  }

  private void write(List<Part> parts, WritableStore store) throws IOException {
    Map<Dataset, CopyFolder> targets = new LinkedHashMap<>();
    Set<CopyFolder> folders = new HashSet<>();
    for (Part part : parts) {
      String id = part.session().id().toString();
      CopyFolder folder = CopyFolder.look(store, part.folder().path(), catalog.fingerprints(), id);
      folders.add(folder);
      part.datasets().forEach(dataset -> targets.put(dataset, folder));
    }
    long total =
        targets.keySet().stream().mapToLong(one -> one.size().orElse(0)).sum();
    try (Workers workers = new Workers(PARALLEL);
        Progress.Task task = progress.begin("Copying bytes", total)) {
      workers.forEach(List.copyOf(targets.keySet()), dataset -> {
        CopyFolder folder = Objects.requireNonNull(targets.get(dataset));
        write(new FileCopy(dataset, catalog.places(), folder, task::advance), dataset);
      });
      workers.forEach(parts, part -> force(part, store));
    } finally {
      folders.forEach(CopyFolder::save);
    }
  }

  private void write(FileCopy copy, Dataset dataset) throws IOException {
    if (copy.make()) {
      made.add(dataset);
      bytes.add(copy.size());
    }
    entries.put(dataset, copy.entry());
  }

  /** The record says only what a power cut cannot undo, also of what an earlier attempt has left. */
  private void force(Part part, WritableStore store) throws IOException {
    store.force(part.datasets().stream()
        .filter(dataset -> made.contains(dataset) || !isRecorded(dataset))
        .map(part::path)
        .toList());
  }

  private boolean isRecorded(Dataset dataset) {
    return dataset.locations().stream().anyMatch(location -> location.store().equals(to));
  }

  private void record(List<Part> parts) throws IOException {
    List<Additions.At> additions = new ArrayList<>();
    for (Part part : parts) {
      additions.add(new Additions.At(part.session(), part.folder(), entries(part)));
    }
    String message = "Copy " + Counted.of(entries.size(), "dataset") + " to store '" + to + "'";
    new Additions(catalog.backends()).commit(message, additions);
  }

  private List<DatasetEntry> entries(Part part) {
    return part.datasets().stream()
        .map(dataset -> Objects.requireNonNull(entries.get(dataset)))
        .toList();
  }

  private List<Dataset> now(List<Dataset> datasets, List<Part> parts) {
    Map<Dataset, Dataset> now = new HashMap<>();
    for (Part part : parts) {
      List<Dataset> found = catalog.datasets(part.session().id(), entries(part));
      for (int i = 0; i < found.size(); i++) {
        now.put(part.datasets().get(i), found.get(i));
      }
    }
    return datasets.stream()
        .map(dataset -> Objects.requireNonNull(now.get(dataset)))
        .toList();
  }
}
