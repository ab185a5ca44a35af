/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.catalog.CatalogException;
import org.jspecify.annotations.Nullable;

/** The shelf of a section, opened once and not before something is looked for there. */
final class LazyShelf {
  private final StoreSection section;
  private @Nullable ObjectShelf shelf;
  private @Nullable CatalogException failure;

  LazyShelf(StoreSection section) {
    this.section = section;
  }

  /** Who comes after a failure does not wait for another. */
  synchronized ObjectShelf get() {
    if (failure != null) {
      throw failure;
    }
    ObjectShelf open = shelf;
    if (open == null) {
      try {
        open = section.shelf();
      } catch (CatalogException e) {
        failure = e;
        throw e;
      }
      shelf = open;
    }
    return open;
  }
}
