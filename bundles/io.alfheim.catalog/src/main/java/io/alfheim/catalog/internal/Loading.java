/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.FileData;
import io.alfheim.data.ByteSource;
import io.alfheim.data.Data;
import io.alfheim.data.DatasetReader;
import io.alfheim.store.Location;
import io.alfheim.store.Store;
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

  Loading(Stores stores, Whiteboard<DatasetReader> readers) {
    this.stores = stores;
    this.readers = readers;
  }

  /** The bytes at the first location that has them, if any has. */
  Optional<ContentSource> find(Dataset dataset) throws IOException {
    for (Location location : dataset.locations()) {
      Store store = stores.get(location.store());
      if (store.find(location.path()).isPresent()) {
        return Optional.of(new ContentSource(location, store.read(location.path())));
      }
    }
    return Optional.empty();
  }

  /** Content of a hash that a store has kept. */
  Optional<ContentSource> kept(String hash) throws IOException {
    return new KeptContent(stores).find(hash);
  }

  Data load(Dataset dataset, ByteSource source) {
    String extension = dataset.path().name().extension().toLowerCase(Locale.ROOT);
    Optional<DatasetReader> reader = readers.find(extension);
    if (reader.isEmpty()) {
      return new FileData(source, extension, readers.keys());
    }
    try {
      warnOfAnotherSize(dataset, source);
      return reader.get().read(source);
    } catch (IOException e) {
      throw Failure.of("Dataset '" + dataset + "' cannot be read", e);
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
