/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.Stored;
import io.alfheim.store.Location;
import io.alfheim.store.Store;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps the blobs of far stores near. */
@FunctionalInterface
interface BlobCache {
  /** Keeps nothing. */
  BlobCache NONE = (blob, store, at) -> Optional.empty();

  /**
   * The whole bytes of a blob, fetched now or before.
   *
   * @param store opens the store, which is not done for what was fetched before
   * @param at where it belongs in the store
   * @return empty if the store is near itself, or the blob is not whole where it belongs
   */
  Optional<byte[]> find(Stored blob, Supplier<Store> store, Supplier<Location> at);
}
