/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.CacheReport;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Dataset;
import io.alfheim.store.Location;
import io.alfheim.store.Store;
import io.alfheim.store.cache.CacheSize;
import io.alfheim.store.cache.ContentKey;
import io.alfheim.store.cache.DownloadCache;
import io.alfheim.store.cache.Origin;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Copies of the files of far stores, in the cache of the home. */
final class FarFiles {
  private final Home home;
  private final Stores stores;
  private @Nullable CacheSettings settings;
  private @Nullable DownloadCache cache;

  FarFiles(Home home, Stores stores) {
    this.home = home;
    this.stores = stores;
  }

  synchronized CacheSettings settings() throws IOException {
    CacheSettings known = settings;
    if (known == null) {
      known = CacheSettings.read(home.etc());
      settings = known;
    }
    return known;
  }

  private synchronized DownloadCache cache() throws IOException {
    DownloadCache open = cache;
    if (open == null) {
      open = new DownloadCache(home.cache(), settings().limit());
      cache = open;
    }
    return open;
  }

  /** What the content of a dataset is known by, if the record says enough. */
  static Optional<ContentKey> key(Dataset dataset) {
    return dataset.size().isEmpty()
        ? Optional.empty()
        : md5(dataset).map(hash -> new ContentKey(hash, dataset.size().getAsLong()));
  }

  /** What a file can be compared with: tables of others may have brought another hash. */
  static Optional<String> md5(Dataset dataset) {
    return dataset.hash().filter(ContentKey::isMd5);
  }

  /** The copy that was fetched before. */
  Optional<Path> find(Dataset dataset) throws IOException {
    Optional<ContentKey> key = key(dataset);
    return key.isPresent() ? cache().find(key.get()) : Optional.empty();
  }

  /** Whether a dataset is to be fetched before it is loaded. */
  boolean isWhole(Dataset dataset) throws IOException {
    return key(dataset).isPresent() && key(dataset).get().size() <= settings().whole();
  }

  /** The copy of a dataset, fetched if it is not here. */
  Path fetch(Dataset dataset, LongConsumer progress) throws IOException {
    ContentKey key = key(dataset)
        .orElseThrow(() -> new IOException("The record has no hash of dataset '" + dataset
            + "' to check a copy by. Scan its store with ScanOptions.hashed(), or read it where it"
            + " is."));
    List<Origin> origins = dataset.locations().stream()
        .map(location ->
            new Origin(location, Spellings.of(dataset, location.path()), () -> open(location)))
        .toList();
    return cache().fetch(key, origins, progress);
  }

  /** Until it is closed none of these makes room for others. */
  Closeable hold(Collection<Dataset> datasets) throws IOException {
    return cache().hold(keys(datasets));
  }

  /** The bytes of different content, if the record knows them. */
  static long bytes(Collection<Dataset> datasets) {
    return keys(datasets).stream().mapToLong(ContentKey::size).sum();
  }

  private static Set<ContentKey> keys(Collection<Dataset> datasets) {
    return datasets.stream().flatMap(dataset -> key(dataset).stream()).collect(Collectors.toSet());
  }

  /** Whether a file is in the cache. */
  boolean holds(Path file) throws IOException {
    return file.startsWith(cache().folder());
  }

  private Store open(Location location) throws IOException {
    try {
      return stores.get(location.store());
    } catch (CatalogException e) {
      throw new IOException(e.getMessage() + " " + e.hint(), e);
    }
  }

  CacheReport report() {
    try {
      CacheSize size = cache().size();
      return new CacheReport(
          home.cache(), size.files(), size.bytes(), cache().limit(), cache().quarantine());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The cache itself. */
  DownloadCache downloads() {
    try {
      return cache();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private RuntimeException unreadable(IOException e) {
    return Failure.of("The cache of home '" + home.path() + "' cannot be read", e);
  }
}
