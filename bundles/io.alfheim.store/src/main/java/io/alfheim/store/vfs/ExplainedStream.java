/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs;

import io.alfheim.store.StorePath;
import io.alfheim.store.internal.Cancellation;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, with errors on the way that name it. */
final class ExplainedStream extends FilterInputStream {
  private final VfsStore store;
  private final StorePath path;

  ExplainedStream(VfsStore store, StorePath path, InputStream in) {
    super(in);
    this.store = store;
    this.path = path;
  }

  @Override
  public int read() throws IOException {
    Cancellation.check();
    return attempt(in::read);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Cancellation.check();
    return attempt(() -> in.read(bytes, offset, length));
  }

  @Override
  public long skip(long count) throws IOException {
    return attempt(() -> in.skip(count));
  }

  @Override
  public void close() throws IOException {
    attempt(() -> {
      in.close();
      return 0;
    });
  }

  private interface Step<T> {
    T run() throws IOException;
  }

  private <T> T attempt(Step<T> step) throws IOException {
    try {
      return step.run();
    } catch (IOException e) {
      throw store.explain(path, e);
    }
  }
}
