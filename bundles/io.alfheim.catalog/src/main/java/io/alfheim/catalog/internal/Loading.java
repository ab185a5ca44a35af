/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.FileData;
import io.alfheim.catalog.spi.Whiteboard;
import io.alfheim.data.ByteSource;
import io.alfheim.data.Data;
import io.alfheim.data.DatasetReader;
import io.alfheim.data.NDArray;
import io.alfheim.store.cache.CacheException;
import io.alfheim.store.cache.MismatchException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From a dataset to its bytes and from bytes to data. */
final class Loading {
  private static final Logger log = LoggerFactory.getLogger(Loading.class);

  private final Stores stores;
  private final Whiteboard<DatasetReader> readers;
  private final FarFiles far;

  Loading(Stores stores, Whiteboard<DatasetReader> readers, FarFiles far) {
    this.stores = stores;
    this.readers = readers;
    this.far = far;
  }

  FarFiles far() {
    return far;
  }

  /** Looks for the nearest intact copy. */
  Nearest nearest(Dataset dataset, Nearest.Look look) {
    return new Nearest(dataset, stores, far, look);
  }

  /** How a reader is used. */
  private interface Reading {
    Data read(DatasetReader reader, Nearest.Found found) throws IOException;
  }

  Data load(Dataset dataset, Nearest.Found first) {
    return read(
        dataset,
        first,
        (reader, found) ->
            reader.read(found.isFar() ? brought(dataset, found.source()) : found.source()));
  }

  /** Some rows, from where they are: the rest does not travel. */
  NDArray rows(Dataset dataset, ByteSource there, long from, long to) {
    return read(
            dataset,
            new Nearest.Found(there, false),
            (reader, found) -> reader.readRows(found.source(), from, to))
        .array();
  }

  private Data read(Dataset dataset, Nearest.Found first, Reading reading) {
    String extension = dataset.path().name().extension().toLowerCase(Locale.ROOT);
    Optional<DatasetReader> reader = readers.find(extension);
    if (reader.isEmpty()) {
      return new FileData(first.source(), extension, readers.keys());
    }
    try {
      return read(dataset, first, found -> reading.read(reader.get(), found), new HashSet<>());
    } catch (IOException e) {
      throw Failure.of("Dataset '" + dataset + "' cannot be read", e);
    }
  }

  private interface Attempt {
    Data read(Nearest.Found found) throws IOException;
  }

  /** From the next store when one cannot be read; what was wrong with the first is said in the end. */
  private Data read(Dataset dataset, Nearest.Found found, Attempt attempt, Set<String> tried)
      throws IOException {
    try {
      warnOfAnotherSize(dataset, found.source());
      return attempt.read(found);
    } catch (IOException e) {
      Optional<Nearest.Found> next = next(dataset, found.source(), tried);
      if (next.isEmpty()) {
        throw e;
      }
      log.warn(
          "dataset={} is read from '{}', for '{}' cannot be: {}",
          dataset,
          next.get().source(),
          found.source(),
          e.getMessage());
      try {
        return read(dataset, next.get(), attempt, tried);
      } catch (IOException again) {
        e.addSuppressed(again);
        throw e;
      }
    }
  }

  /** Another copy, of a dataset that was not found among what stores keep of the past. */
  private Optional<Nearest.Found> next(Dataset dataset, ByteSource failed, Set<String> tried) {
    if (Thread.currentThread().isInterrupted()
        || !(failed instanceof ContentSource known)
        || !Spellings.has(dataset, known.location())) {
      return Optional.empty();
    }
    tried.add(known.location().store());
    try {
      Optional<Nearest.Found> next = new Nearest(
              dataset, stores, far, (copy, file) -> isAsRecorded(dataset, copy), tried)
          .find();
      return next.isPresent() && isOfTheSize(dataset, next.get().source())
          ? next
          : Optional.empty();
    } catch (IOException | CatalogException e) {
      log.warn("dataset={} is in no other store that answers: {}", dataset, e.getMessage());
      return Optional.empty();
    }
  }

  private static boolean isAsRecorded(Dataset dataset, ContentSource copy) throws IOException {
    Optional<String> hash = FarFiles.md5(dataset);
    return hash.isEmpty() || hash.get().equals(Md5.of(copy.content()));
  }

  private static boolean isOfTheSize(Dataset dataset, ByteSource source) throws IOException {
    return dataset.size().isEmpty() || dataset.size().getAsLong() == source.size();
  }

  /** A copy of what is far away, unless it is too large for that or nothing can be checked. */
  private ByteSource brought(Dataset dataset, ByteSource there) throws IOException {
    try {
      return far.isWhole(dataset)
          ? new CachedSource(there.name(), far.fetch(dataset, bytes -> {}))
          : asStored(dataset, there);
    } catch (CacheException e) {
      log.warn("dataset={} is read where it is: {}", dataset, e.getMessage());
      return there;
    }
  }

  /** Where a store remembers the hash of what was written, other bytes are known without reading. */
  private static ByteSource asStored(Dataset dataset, ByteSource there) throws IOException {
    Optional<String> recorded = FarFiles.md5(dataset);
    if (recorded.isPresent() && there instanceof ContentSource far) {
      Optional<String> md5 = far.content().md5();
      if (md5.isPresent() && !md5.equals(recorded)) {
        throw new MismatchException(
            "'" + far.location() + "' has the MD5 " + md5.get() + ", not " + recorded.get() + ".");
      }
    }
    return there;
  }

  private static void warnOfAnotherSize(Dataset dataset, ByteSource source) throws IOException {
    if (!isOfTheSize(dataset, source)) {
      log.warn(
          "dataset={} session={} has {} bytes, the record says {}; loaded as it is",
          dataset,
          dataset.session().key(),
          source.size(),
          dataset.size().orElse(0));
    }
  }
}
