/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;

/** Counts and hashes what passes through it. */
final class HashedStream extends FilterOutputStream {
  private final MessageDigest digest = Md5.digest();
  private long size;

  HashedStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    digest.update((byte) b);
    size++;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Writing was cancelled.");
    }
    out.write(bytes, offset, length);
    digest.update(bytes, offset, length);
    size += length;
  }

  /** Only flushes: whoever lent the stream closes it. */
  @Override
  public void close() throws IOException {
    flush();
  }

  long size() {
    return size;
  }

  /** The hash of everything, asked for once, at the end. */
  String hash() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
