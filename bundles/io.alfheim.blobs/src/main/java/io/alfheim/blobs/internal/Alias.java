/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.SectionConfig;
import io.alfheim.catalog.CatalogException;
import io.alfheim.store.Store;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a reference to one section names in another one, the one that is cleaned up. Two stores may
 * hold the same folder; unless it is sure that they do not, the reference counts.
 *
 * @param layout of the section that is referred to
 * @param own of the one that is cleaned up
 * @param sameFolder whether what is named by content may be the same
 * @param sameLocation whether files of the stage may be the same
 */
record Alias(
    ObjectLayout layout,
    ObjectLayout own,
    boolean sameStore,
    boolean sameFolder,
    boolean sameLocation) {

  static Alias of(SectionConfig config, StoreSection own, Function<String, Store> stores) {
    ObjectLayout layout = new ObjectLayout(config);
    if (config.store().equals(own.config().store())) {
      return new Alias(layout, own.layout(), true, true, true);
    }
    Optional<UUID> there = token(config, layout, stores);
    Store store = own.shelf().store();
    StorePath beside = own.layout().location().resolve(layout.folder().name());
    return new Alias(
        layout,
        own.layout(),
        false,
        maybe(there, store, own.layout().homes()),
        maybe(there, store, ObjectLayout.homes(beside)));
  }

  /** Empty as well if the store does not answer, or is not configured here. */
  private static Optional<UUID> token(
      SectionConfig config, ObjectLayout layout, Function<String, Store> stores) {
    try {
      return PlaceToken.read(stores.apply(config.store()), layout.homes());
    } catch (IOException | CatalogException e) {
      return Optional.empty();
    }
  }

  private static boolean maybe(Optional<UUID> there, Store store, StorePath homes) {
    try {
      return there.isEmpty() || there.equals(PlaceToken.read(store, homes));
    } catch (IOException e) {
      return true;
    }
  }

  /** A path of the other section, as the own store names it; empty if it lies elsewhere. */
  Optional<StorePath> own(StorePath path) {
    if (sameStore) {
      return Optional.of(path);
    }
    if (sameFolder && path.value().startsWith(layout.folder().value() + "/")) {
      return Optional.of(own.folder().resolve(path.below(layout.folder())));
    }
    return sameLocation
        ? Optional.of(own.location().resolve(path.below(layout.location())))
        : Optional.empty();
  }
}
