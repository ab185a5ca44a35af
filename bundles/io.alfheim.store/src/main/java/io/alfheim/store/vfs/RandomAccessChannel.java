/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs;

import io.alfheim.store.internal.Cancellation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.apache.commons.vfs2.RandomAccessContent;

/** VFS's random access as the channel of the JDK, read-only. */
final class RandomAccessChannel implements SeekableByteChannel {
  private static final int CHUNK = 1 << 16;

  private final RandomAccessContent content;
  private final long size;
  private long position;
  private boolean open = true;

  RandomAccessChannel(RandomAccessContent content) throws IOException {
    this.content = content;
    this.size = content.length();
  }

  @Override
  public synchronized int read(ByteBuffer target) throws IOException {
    checkOpen();
    if (!target.hasRemaining()) {
      return 0;
    }
    if (position >= size) {
      return -1;
    }
    // To seek where one is already would open a new stream in some file systems.
    if (content.getFilePointer() != position) {
      content.seek(position);
    }
    int wanted = (int) Math.min(target.remaining(), size - position);
    byte[] chunk = new byte[Math.min(wanted, CHUNK)];
    for (int left = wanted; left > 0; left -= chunk.length) {
      Cancellation.check();
      int count = Math.min(left, chunk.length);
      content.readFully(chunk, 0, count);
      target.put(chunk, 0, count);
      position += count;
    }
    return wanted;
  }

  @Override
  public synchronized long position() throws IOException {
    checkOpen();
    return position;
  }

  @Override
  public synchronized SeekableByteChannel position(long newPosition) throws IOException {
    checkOpen();
    if (newPosition < 0) {
      throw new IllegalArgumentException("A position is not negative: " + newPosition + ".");
    }
    position = newPosition;
    return this;
  }

  @Override
  public synchronized long size() throws IOException {
    checkOpen();
    return size;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long newSize) {
    throw new NonWritableChannelException();
  }

  @Override
  public synchronized boolean isOpen() {
    return open;
  }

  @Override
  public synchronized void close() throws IOException {
    if (open) {
      open = false;
      content.close();
    }
  }

  private void checkOpen() throws IOException {
    if (!open) {
      throw new ClosedChannelException();
    }
  }
}
