/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.AlfIds;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.FileData;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.spi.Whiteboard;
import io.alfheim.data.ByteSource;
import io.alfheim.data.Data;
import io.alfheim.data.DatasetReader;
import io.alfheim.data.NDArray;
import io.alfheim.store.Location;
import io.alfheim.store.Store;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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

  /** The bytes at the first location that has them. */
  ByteSource source(Dataset dataset) {
    List<Location> locations = dataset.locations();
    if (locations.isEmpty()) {
      throw new NoSuchDatasetException(
          "Dataset '" + dataset + "' of session '" + dataset.session().key()
              + "' is recorded, but no store has it.",
          "Scan a folder that has it: catalog.scan(Path.of(\"…\")).");
    }
    try {
      for (Location location : locations) {
        Store store = stores.get(location.store());
        for (StorePath path : spellings(location.path(), dataset)) {
          if (store.find(path).isPresent()) {
            return new ContentSource(new Location(location.store(), path), store.read(path));
          }
        }
      }
    } catch (IOException e) {
      throw Failure.of("Dataset '" + dataset + "' cannot be reached", e);
    }
    throw new NoSuchDatasetException(
        "Dataset '" + dataset + "' of session '" + dataset.session().key() + "' was recorded in "
            + locations + " but is no longer there.",
        "Bring the file back, or scan its folder again: catalog.scan(Path.of(\"…\")).");
  }

  /** The path, and how downloads may have called the file: with its id before the extension. */
  private static List<StorePath> spellings(StorePath path, Dataset dataset) {
    UUID id = dataset.id();
    return AlfIds.isOfVersion(id, 3, 4, 5)
        ? List.of(path, path.parent().resolve(dataset.path().name().withUuid(id).toString()))
        : List.of(path);
  }

  /** How a reader is used. */
  private interface Reading {
    Data read(DatasetReader reader, ByteSource source) throws IOException;
  }

  Data load(Dataset dataset) {
    return read(dataset, DatasetReader::read);
  }

  NDArray rows(Dataset dataset, long from, long to) {
    return read(dataset, (reader, source) -> reader.readRows(source, from, to)).array();
  }

  private Data read(Dataset dataset, Reading reading) {
    ByteSource source = source(dataset);
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
