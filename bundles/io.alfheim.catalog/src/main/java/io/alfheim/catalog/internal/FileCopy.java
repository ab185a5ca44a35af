/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.data.ByteSource;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import io.alfheim.store.cache.MismatchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.util.Optional;
import java.util.function.LongConsumer;

/** One dataset on its way to another store. A copy that is not what the record says does not appear. */
final class FileCopy {
  private static final int BLOCK = 1 << 18;

  private final Dataset dataset;
  private final WritableStore store;
  private final StorePath target;
  private long size;
  private String md5 = "";

  FileCopy(Dataset dataset, WritableStore store, StorePath target) {
    this.dataset = dataset;
    this.store = store;
    this.target = target;
  }

  /** Writes it; false if the store has the same bytes there already. */
  boolean make(ByteSource source, LongConsumer progress) throws IOException {
    try {
      store.create(target, out -> {
        HashedStream hashed = new HashedStream(out);
        copy(source, hashed, progress);
        check(hashed, "'" + source + "' ", dataset.hash());
      });
      return true;
    } catch (FileAlreadyExistsException e) {
      HashedStream there = new HashedStream(OutputStream.nullOutputStream());
      try (InputStream in = store.read(target).openStream()) {
        in.transferTo(there);
      }
      String wanted = dataset.hash().isPresent() ? dataset.hash().get() : hash(source);
      check(
          there,
          "'" + store.name() + ":" + target + "' is there already and ",
          Optional.of(wanted));
      return false;
    }
  }

  private static String hash(ByteSource source) throws IOException {
    HashedStream bytes = new HashedStream(OutputStream.nullOutputStream());
    copy(source, bytes, count -> {});
    return bytes.hash();
  }

  private static void copy(ByteSource source, HashedStream out, LongConsumer progress)
      throws IOException {
    byte[] block = new byte[BLOCK];
    try (InputStream in = source.openStream()) {
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        out.write(block, 0, n);
        progress.accept(n);
      }
    }
  }

  private void check(HashedStream bytes, String what, Optional<String> wanted) throws IOException {
    size = bytes.size();
    md5 = bytes.hash();
    if (dataset.size().isPresent() && dataset.size().getAsLong() != size) {
      throw new MismatchException(
          what + "has " + size + " bytes, not " + dataset.size().getAsLong() + ".");
    } else if (wanted.isPresent() && !wanted.get().equals(md5)) {
      throw new MismatchException(what + "has the MD5 " + md5 + ", not " + wanted.get() + ".");
    }
  }

  /** What is there now, as the record takes it. */
  DatasetEntry entry() {
    return ((RecordedDataset) dataset).entry().withContent(size, md5);
  }
}
