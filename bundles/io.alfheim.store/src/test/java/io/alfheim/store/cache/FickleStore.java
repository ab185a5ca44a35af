/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.cache;

import io.alfheim.store.Content;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import io.alfheim.store.internal.FileStoreProvider;
import io.alfheim.store.internal.FilterStore;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Local files whose streams break off, and that remembers where they were opened. */
final class FickleStore extends FilterStore {
  final List<Long> opened = new CopyOnWriteArrayList<>();
  final AtomicInteger cuts = new AtomicInteger();
  volatile long cutAfter = Long.MAX_VALUE;
  volatile int retries = 2;

  FickleStore(Path root) throws IOException {
    super(new FileStoreProvider().open(new StoreConfig("far", root.toUri(), Map.of())));
  }

  @Override
  public Content read(StorePath file) throws IOException {
    Content content = super.read(file);
    return new Content() {
      @Override
      public long size() throws IOException {
        return content.size();
      }

      @Override
      public InputStream openStream() throws IOException {
        return openStream(0);
      }

      @Override
      public InputStream openStream(long from) throws IOException {
        opened.add(from);
        return fickle(content.openStream(from));
      }

      @Override
      public int retries() {
        return retries;
      }

      @Override
      public SeekableByteChannel openChannel() throws IOException {
        return content.openChannel();
      }
    };
  }

  private InputStream fickle(InputStream in) {
    long most = cuts.getAndDecrement() > 0 ? cutAfter : Long.MAX_VALUE;
    return new FilterInputStream(in) {
      private long left = most;

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left <= 0) {
          throw new IOException("The wire was cut.");
        }
        int n = in.read(bytes, offset, (int) Math.min(length, left));
        left -= Math.max(0, n);
        return n;
      }
    };
  }
}
