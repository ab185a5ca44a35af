/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.store.Content;
import io.alfheim.store.Listing;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.util.Optional;

/** A real store, for those who do something else than it does in one place. */
public abstract class FilterStore implements WritableStore {
  protected final WritableStore files;

  /** Passes on all that a store must do; what it may do has its default. */
  protected FilterStore(WritableStore files) {
    this.files = files;
  }

  @Override
  public String name() {
    return files.name();
  }

  @Override
  public String root() {
    return files.root();
  }

  @Override
  public Listing list(StorePath folder) throws IOException {
    return files.list(folder);
  }

  @Override
  public Listing walk(StorePath folder) throws IOException {
    return files.walk(folder);
  }

  @Override
  public Optional<StoreEntry> find(StorePath path) throws IOException {
    return files.find(path);
  }

  @Override
  public Content read(StorePath file) throws IOException {
    return files.read(file);
  }

  @Override
  public void create(StorePath file, Bytes bytes) throws IOException {
    files.create(file, bytes);
  }

  @Override
  public void replace(StorePath file, Bytes bytes) throws IOException {
    files.replace(file, bytes);
  }

  @Override
  public void delete(StorePath file) throws IOException {
    files.delete(file);
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
