/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import io.alfheim.store.internal.FilterStore;
import java.io.IOException;

/** A real store, for those who do something else than it does in one place. */
public abstract class FilterWritableStore extends FilterStore implements WritableStore {
  protected final WritableStore files;

  /** Passes on all that a store must do; what it may do when it writes has its default. */
  protected FilterWritableStore(WritableStore files) {
    super(files);
    this.files = files;
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
}
