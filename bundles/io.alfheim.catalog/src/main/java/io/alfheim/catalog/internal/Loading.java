/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.FileData;
import io.alfheim.catalog.spi.Whiteboard;
import io.alfheim.data.ByteSource;
import io.alfheim.data.Data;
import io.alfheim.data.DatasetReader;
import io.alfheim.data.NDArray;
import io.alfheim.store.cache.CacheException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
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
    Data read(DatasetReader reader, ByteSource source) throws IOException;
  }

  Data load(Dataset dataset, Nearest.Found found) {
    return read(
        dataset,
        found.source(),
        (reader, source) -> reader.read(found.isFar() ? brought(dataset, source) : source));
  }

  /** Some rows, from where they are: the rest does not travel. */
  NDArray rows(Dataset dataset, ByteSource there, long from, long to) {
    return read(dataset, there, (reader, source) -> reader.readRows(source, from, to))
        .array();
  }

  private Data read(Dataset dataset, ByteSource source, Reading reading) {
    String extension = dataset.path().name().extension().toLowerCase(Locale.ROOT);
    Optional<DatasetReader> reader = readers.find(extension);
    if (reader.isEmpty()) {
      return new FileData(source, extension, readers.keys());
    }
    try {
      warnOfAnotherSize(dataset, source);
      return reading.read(reader.get(), source);
    } catch (IOException e) {
      throw Failure.of("Dataset '" + dataset + "' cannot be read", e);
    }
  }

  /** A copy of what is far away, unless it is too large for that or nothing can be checked. */
  private ByteSource brought(Dataset dataset, ByteSource there) throws IOException {
    try {
      return far.isWhole(dataset)
          ? new CachedSource(there.name(), far.fetch(dataset, bytes -> {}))
          : there;
    } catch (CacheException e) {
      log.warn("dataset={} is read where it is: {}", dataset, e.getMessage());
      return there;
    }
  }

  private static void warnOfAnotherSize(Dataset dataset, ByteSource source) throws IOException {
    long size = source.size();
    if (dataset.size().isPresent() && dataset.size().getAsLong() != size) {
      log.warn(
          "dataset={} session={} has {} bytes, the record says {}; loaded as it is",
          dataset,
          dataset.session().key(),
          size,
          dataset.size().getAsLong());
    }
  }
}
