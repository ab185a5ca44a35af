/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import io.alfheim.store.Content;
import io.alfheim.store.Listing;
import io.alfheim.store.Store;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Another store, for those that do something else than it does in one place. */
public abstract class FilterStore implements Store {
  private final Store store;

  /** Passes on all that is asked. */
  protected FilterStore(Store store) {
    this.store = store;
  }

  /** The one that is asked. */
  public final Store store() {
    return store;
  }

  @Override
  public String name() {
    return store.name();
  }

  @Override
  public String root() {
    return store.root();
  }

  @Override
  public Listing list(StorePath folder) throws IOException {
    return store.list(folder);
  }

  @Override
  public Listing walk(StorePath folder) throws IOException {
    return store.walk(folder);
  }

  @Override
  public List<Listing.Problem> walk(StorePath folder, Consumer<StoreEntry> each)
      throws IOException {
    return store.walk(folder, each);
  }

  @Override
  public Optional<StoreEntry> find(StorePath path) throws IOException {
    return store.find(path);
  }

  @Override
  public Content read(StorePath file) throws IOException {
    return store.read(file);
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
