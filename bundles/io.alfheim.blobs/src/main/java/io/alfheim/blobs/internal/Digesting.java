/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;

/** Computes the hash of what is written through it. */
final class Digesting extends FilterOutputStream {
  private final Md5 md5;
  private long size;

  Digesting(OutputStream out, Md5 md5) {
    super(out);
    this.md5 = md5;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int start, int length) throws IOException {
    out.write(bytes, start, length);
    md5.add(bytes, start, length);
    size += length;
  }

  long size() {
    return size;
  }

  UUID end() {
    return md5.end();
  }
}
