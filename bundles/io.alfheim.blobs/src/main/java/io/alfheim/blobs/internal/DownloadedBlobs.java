/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.Stored;
import io.alfheim.catalog.CacheReport;
import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.CatalogException;
import io.alfheim.store.Location;
import io.alfheim.store.Store;
import io.alfheim.store.cache.ContentKey;
import io.alfheim.store.cache.DownloadCache;
import io.alfheim.store.cache.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Blobs in the download cache of a home, where content is known by its bytes, as blobs are. */
final class DownloadedBlobs implements BlobCache {
  private final Catalog catalog;
  private @Nullable DownloadCache cache;

  DownloadedBlobs(Catalog catalog) {
    this.catalog = catalog;
  }

  private synchronized DownloadCache cache() {
    DownloadCache open = cache;
    if (open == null) {
      CacheReport there = catalog.copies().cache();
      open = new DownloadCache(there.folder(), there.limit());
      cache = open;
    }
    return open;
  }

  @Override
  public Optional<byte[]> find(Store store, Location at, Stored blob) {
    Fingerprint wanted = Fingerprint.of(blob);
    if (wanted.hash().isEmpty() || blob.size() < 0) {
      return Optional.empty();
    }
    ContentKey key = new ContentKey(Md5.hex(wanted.hash().get()), blob.size());
    try {
      if (isNear(store, at)) {
        return Optional.empty();
      }
      Path file = cache().fetch(key, List.of(new Origin(at, () -> store)), read -> {});
      return Optional.of(Files.readAllBytes(file)).filter(wanted::isOf);
    } catch (IOException | CatalogException notThere) {
      // Who asked looks in other places, too, and knows better what to say.
      return Optional.empty();
    }
  }

  private static boolean isNear(Store store, Location at) throws IOException {
    return store.read(at.path()).file().isPresent();
  }
}
