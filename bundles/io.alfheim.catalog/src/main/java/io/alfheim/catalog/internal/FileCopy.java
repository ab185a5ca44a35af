/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.data.ByteSource;
import io.alfheim.store.Content;
import io.alfheim.store.Location;
import io.alfheim.store.Store;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import io.alfheim.store.cache.MismatchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One dataset on its way to another store. A copy that is not what the record says does not stay. */
final class FileCopy {
  private static final Logger log = LoggerFactory.getLogger(FileCopy.class);
  private static final int BLOCK = 1 << 18;

  private final Dataset dataset;
  private final Stores stores;
  private final CopyFolder folder;
  private final WritableStore store;
  private final Location target;
  private final LongConsumer progress;
  private long size;
  private String md5 = "";

  FileCopy(Dataset dataset, Stores stores, CopyFolder folder, LongConsumer progress) {
    this.dataset = dataset;
    this.stores = stores;
    this.folder = folder;
    this.store = folder.store();
    this.target = folder.location(dataset.toString());
    this.progress = progress;
  }

  /** A source is the trouble, not the store that is written. */
  private static final class Unreadable extends IOException {
    private static final long serialVersionUID = 1;
    private final IOException why;

    Unreadable(IOException why) {
      super(why.getMessage(), why);
      this.why = why;
    }
  }

  /** There are other bytes where the copy should be. */
  static final class InTheWay extends IOException {
    private static final long serialVersionUID = 1;

    InTheWay(MismatchException why) {
      super(why.getMessage(), why);
    }
  }

  /** Makes it; false if the store has the same bytes there already. */
  boolean make() throws IOException {
    try {
      return isMade();
    } catch (Unreadable e) {
      throw e.why;
    }
  }

  private boolean isMade() throws IOException {
    boolean made = !folder.has(dataset.toString()) && made();
    if (!made && isCutOff()) {
      store.delete(target.path());
      made = made();
    }
    if (!made) {
      compare();
      progress.accept(size);
    }
    folder.remember(dataset.toString(), md5);
    return made;
  }

  private boolean made() throws IOException {
    try {
      if (copiedByStore()) {
        progress.accept(size);
      } else {
        send();
      }
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private List<Location> others() {
    return dataset.locations().stream()
        .filter(one -> !one.store().equals(store.name()))
        .toList();
  }

  /** What goes wrong is not the end: there may be another way, and it says what is wrong with all. */
  private boolean copiedByStore() throws FileAlreadyExistsException {
    for (Location from : others()) {
      try {
        StorePath path = target.path();
        if (store.copyFrom(stores.get(from.store()), from.path(), path, this::checkCopy)) {
          return true;
        }
      } catch (FileAlreadyExistsException e) {
        throw e;
      } catch (IOException | CatalogException e) {
        log.warn("'{}' was not copied from '{}' by the store: {}", target, from, e.getMessage());
      }
    }
    return false;
  }

  private void checkCopy(Content copy) throws IOException {
    size = copy.size();
    md5 = dataset.hash().orElse("");
    if (!md5.isEmpty() && !copy.md5().equals(dataset.hash())) {
      md5 = Md5.of(copy);
    }
    check("'" + target + "' ", dataset.hash());
  }

  private void send() throws IOException {
    ByteSource nearest = dataset.source();
    try {
      send(nearest, progress);
    } catch (Unreadable | MismatchException e) {
      for (Location other : others()) {
        boolean tried = nearest instanceof ContentSource known
            && known.location().store().equals(other.store());
        if (!tried && isSent(other)) {
          log.warn("'{}' was copied from '{}': {}", target, other, e.getMessage());
          return;
        }
      }
      throw e;
    }
  }

  private boolean isSent(Location from) throws IOException {
    try {
      send(source(from), count -> {});
      return true;
    } catch (Unreadable | MismatchException | CatalogException e) {
      log.warn("'{}' cannot be copied from '{}': {}", target, from, e.getMessage());
      return false;
    }
  }

  private ByteSource source(Location from) throws Unreadable {
    try {
      Store other = stores.get(from.store());
      StorePath path =
          Spellings.find(dataset, from.path(), other).map(StoreEntry::path).orElse(from.path());
      return new ContentSource(new Location(from.store(), path), other.read(path));
    } catch (IOException e) {
      throw new Unreadable(e);
    }
  }

  private void send(ByteSource source, LongConsumer told) throws IOException {
    store.create(target.path(), out -> {
      HashedStream hashed = new HashedStream(out);
      copy(source, hashed, told);
      size = hashed.size();
      md5 = hashed.hash();
      check("'" + source + "' ", dataset.hash());
    });
  }

  private void copy(ByteSource source, OutputStream out, LongConsumer told) throws IOException {
    byte[] block = new byte[BLOCK];
    try (InputStream in = open(source)) {
      for (int n = read(in, block); n >= 0; n = read(in, block)) {
        out.write(block, 0, n);
        told.accept(n);
      }
    }
  }

  private InputStream open(ByteSource source) throws Unreadable {
    try {
      // Without a hash nobody could tell a whole from two halves of different files.
      return source instanceof ContentSource far && dataset.hash().isPresent()
          ? new ResumedStream(far)
          : source.openStream();
    } catch (IOException e) {
      throw new Unreadable(e);
    }
  }

  private static int read(InputStream in, byte[] block) throws Unreadable {
    try {
      return in.read(block);
    } catch (IOException e) {
      throw new Unreadable(e);
    }
  }

  /** Whether nothing is there but the beginning of it: nobody has a use for that. */
  private boolean isCutOff() throws IOException {
    Content there = store.read(target.path());
    long length = there.size();
    if (length >= dataset.size().orElse(0)) {
      return false;
    }
    HashedStream beginning = new HashedStream(OutputStream.nullOutputStream());
    try (InputStream in = open(dataset.source())) {
      byte[] block = new byte[BLOCK];
      while (beginning.size() < length) {
        int n = in.readNBytes(block, 0, (int) Math.min(BLOCK, length - beginning.size()));
        if (n == 0) {
          return false;
        }
        beginning.write(block, 0, n);
      }
    }
    return beginning.hash().equals(Md5.of(there));
  }

  /** What is there is read only if nothing tells what it is. */
  private void compare() throws IOException {
    Content there = store.read(target.path());
    size = there.size();
    Optional<String> wanted = dataset.hash();
    if (wanted.isPresent() && wanted.equals(folder.remembered(dataset.toString()))) {
      md5 = wanted.get();
    } else if (wanted.isPresent() && wanted.equals(there.md5())) {
      md5 = wanted.get();
    } else {
      md5 = Md5.of(there);
    }
    String known = wanted.isPresent() ? wanted.get() : hash(dataset.source());
    try {
      check("'" + target + "' is there already and ", Optional.of(known));
    } catch (MismatchException e) {
      throw new InTheWay(e);
    }
  }

  private String hash(ByteSource source) throws IOException {
    HashedStream bytes = new HashedStream(OutputStream.nullOutputStream());
    copy(source, bytes, count -> {});
    return bytes.hash();
  }

  private void check(String what, Optional<String> wanted) throws IOException {
    if (dataset.size().isPresent() && dataset.size().getAsLong() != size) {
      throw new MismatchException(
          what + "has " + size + " bytes, not " + dataset.size().getAsLong() + ".");
    } else if (wanted.isPresent() && !wanted.get().equals(md5)) {
      throw new MismatchException(what + "has the MD5 " + md5 + ", not " + wanted.get() + ".");
    }
  }

  long size() {
    return size;
  }

  /** What is there now, as the record takes it. */
  DatasetEntry entry() {
    return ((RecordedDataset) dataset).entry().withContent(size, md5);
  }
}
