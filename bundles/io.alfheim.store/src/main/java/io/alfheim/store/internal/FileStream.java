/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;

/**
 * The bytes of a local file in their order. Into another local file the operating system copies them;
 * all else reads by the oldest stream of the JDK: who hashes what a channel has read waits longer.
 */
final class FileStream extends FilterInputStream {
  private static final int BLOCK = 1 << 16;

  private final FileChannel channel;

  FileStream(FileInputStream file) {
    super(file);
    this.channel = file.getChannel();
  }

  @Override
  public int read() throws IOException {
    Cancellation.check();
    return in.read();
  }

  /** A block at a time, for which the JDK needs no new memory of the operating system. */
  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Cancellation.check();
    return in.read(bytes, offset, Math.min(length, BLOCK));
  }

  @Override
  public byte[] readAllBytes() throws IOException {
    Cancellation.check();
    return in.readAllBytes();
  }

  @Override
  public byte[] readNBytes(int length) throws IOException {
    Cancellation.check();
    return in.readNBytes(length);
  }

  /** Not beyond the end, where the JDK would go. */
  @Override
  public long skip(long count) throws IOException {
    return in.skip(Math.max(0, Math.min(count, channel.size() - channel.position())));
  }

  @Override
  public long transferTo(OutputStream out) throws IOException {
    long begin = channel.position();
    if (!(out instanceof LentStream file && file.copy(channel))) {
      byte[] block = new byte[BLOCK];
      for (int n = read(block, 0, BLOCK); n >= 0; n = read(block, 0, BLOCK)) {
        out.write(block, 0, n);
      }
    }
    return channel.position() - begin;
  }
}
