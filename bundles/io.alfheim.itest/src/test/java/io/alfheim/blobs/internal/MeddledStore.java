/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import io.alfheim.store.Content;
import io.alfheim.store.Listing;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A real store in which something happens at the worst moment. */
final class MeddledStore implements WritableStore {
  private final WritableStore store;
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
    this.store = store;
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
  public String name() {
    return store.name();
  }

  @Override
  public String root() {
    return store.root();
  }

  @Override
  public Listing list(StorePath folder) throws IOException {
    listener.meddle(folder);
    Listing listing = store.list(folder);
    return blind.test(folder)
        ? new Listing(
            listing.entries(), List.of(new Listing.Problem("somewhere", "No permission.")))
        : listing;
  }

  @Override
  public Listing walk(StorePath folder) throws IOException {
    return store.walk(folder);
  }

  @Override
  public Optional<StoreEntry> find(StorePath path) throws IOException {
    return store.find(path);
  }

  @Override
  public Content read(StorePath file) throws IOException {
    return far ? new FarContent(store.read(file)) : store.read(file);
  }

  /** As from a server. */
  private record FarContent(Content content) implements Content {
    @Override
    public long size() throws IOException {
      return content.size();
    }

    @Override
    public InputStream openStream() throws IOException {
      return content.openStream();
    }

    @Override
    public SeekableByteChannel openChannel() throws IOException {
      return content.openChannel();
    }
  }

  @Override
  public void create(StorePath file, Bytes bytes) throws IOException {
    creator.meddle(file);
    store.create(file, bytes);
  }

  @Override
  public void replace(StorePath file, Bytes bytes) throws IOException {
    replacer.meddle(file);
    store.replace(file, bytes);
  }

  @Override
  public boolean replacesAtOnce() {
    return store.replacesAtOnce();
  }

  /** What is far has the time at which it was written. */
  @Override
  public boolean setModified(StorePath file, Instant time) throws IOException {
    return !far && store.setModified(file, time);
  }

  @Override
  public void delete(StorePath file) throws IOException {
    meddler.meddle(file);
    store.delete(file);
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
