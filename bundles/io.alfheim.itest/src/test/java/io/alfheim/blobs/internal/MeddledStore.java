/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.catalog.internal.FarContent;
import io.alfheim.catalog.internal.FilterWritableStore;
import io.alfheim.store.Content;
import io.alfheim.store.Listing;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** A real store in which something happens at the worst moment. */
final class MeddledStore extends FilterWritableStore {
  private BeforeDelete creator = path -> {};
  private Predicate<StorePath> blind = folder -> false;
  private boolean far;
  private BeforeDelete meddler = path -> {};
  private BeforeDelete listener = path -> {};
  private BeforeDelete replacer = path -> {};

  /** What happens before something is deleted. */
  @FunctionalInterface
  interface BeforeDelete {
    void meddle(StorePath path) throws IOException;
  }

  MeddledStore(WritableStore store) {
    super(store);
  }

  /** From now on listings have a problem. */
  void blind(boolean now) {
    blind = folder -> now;
  }

  /** From now on the listing of a folder has one. */
  void blindAt(String folder) {
    blind = new StorePath(folder)::equals;
  }

  void beforeDelete(BeforeDelete now) {
    meddler = now;
  }

  /** From now on something happens before a file is replaced. */
  void beforeReplace(BeforeDelete now) {
    replacer = now;
  }

  /** From now on something happens before every listing. */
  void beforeList(BeforeDelete now) {
    listener = now;
  }

  /** From now on something happens before a file is created. */
  void beforeCreate(BeforeDelete now) {
    creator = now;
  }

  /** From now on its files are no local ones. */
  void far(boolean now) {
    far = now;
  }

  @Override
  public Listing list(StorePath folder) throws IOException {
    listener.meddle(folder);
    Listing listing = files.list(folder);
    return blind.test(folder)
        ? new Listing(
            listing.entries(), List.of(new Listing.Problem("somewhere", "No permission.")))
        : listing;
  }

  @Override
  public Content read(StorePath file) throws IOException {
    return far ? new FarContent(files.read(file)) : files.read(file);
  }

  @Override
  public void create(StorePath file, Bytes bytes) throws IOException {
    creator.meddle(file);
    files.create(file, bytes);
  }

  @Override
  public void replace(StorePath file, Bytes bytes) throws IOException {
    replacer.meddle(file);
    files.replace(file, bytes);
  }

  @Override
  public boolean replacesAtOnce() {
    return files.replacesAtOnce();
  }

  /** What is far has the time at which it was written. */
  @Override
  public boolean setModified(StorePath file, Instant time) throws IOException {
    return !far && files.setModified(file, time);
  }

  @Override
  public void delete(StorePath file) throws IOException {
    meddler.meddle(file);
    files.delete(file);
  }
}
