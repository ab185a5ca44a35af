/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.Stored;
import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.CatalogException;
import io.alfheim.store.Location;
import io.alfheim.store.Store;
import io.alfheim.store.cache.ContentKey;
import io.alfheim.store.cache.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Blobs in the download cache of a home, where content is known by its bytes, as blobs are. */
record DownloadedBlobs(Catalog catalog) implements BlobCache {

  @Override
  public Optional<byte[]> find(Stored blob, Supplier<Store> store, Supplier<Location> at) {
    Fingerprint wanted = Fingerprint.of(blob);
    if (wanted.hash().isEmpty() || blob.size() < 0) {
      return Optional.empty();
    }
    ContentKey key = new ContentKey(Md5.hex(wanted.hash().get()), blob.size());
    Optional<byte[]> kept = kept(key).filter(wanted::isOf);
    return kept.isPresent() ? kept : fetched(key, store.get(), at.get()).filter(wanted::isOf);
  }

  private Optional<byte[]> kept(ContentKey key) {
    try {
      Optional<Path> file = catalog.copies().downloads().find(key);
      return file.isPresent() ? Optional.of(Files.readAllBytes(file.get())) : Optional.empty();
    } catch (IOException | CatalogException notThere) {
      return Optional.empty();
    }
  }

  private Optional<byte[]> fetched(ContentKey key, Store store, Location at) {
    try {
      if (isNear(store, at)) {
        return Optional.empty();
      }
      Origin origin = new Origin(at, () -> store);
      Path file = catalog.copies().downloads().fetch(key, List.of(origin), read -> {});
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException | CatalogException notThere) {
      // Who asked looks in other places, too, and knows better what to say.
      return Optional.empty();
    }
  }

  private static boolean isNear(Store store, Location at) throws IOException {
    return store.read(at.path()).file().isPresent();
  }
}
