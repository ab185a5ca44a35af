/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.blobs.Stored;
import io.alfheim.catalog.Catalog;
import io.alfheim.store.Store;
import java.io.IOException;

/** The stores of a catalog, where the mark of its home is by the time they are used. */
record MarkedStores(Catalog catalog, HomeMarks marks, ObjectLayout layout) implements Opening {

  @Override
  public Store open(String name) {
    Store store = catalog.record().store(name);
    marks.use(store, layout);
    return store;
  }

  @Override
  public Store openToPut(String name) throws IOException {
    Store store = catalog.record().store(name);
    marks.require(store, layout);
    return store;
  }

  @Override
  public void placing(Stored file) {
    PlacedFiles.in(catalog.home(), file.section()).add(file);
  }
}
