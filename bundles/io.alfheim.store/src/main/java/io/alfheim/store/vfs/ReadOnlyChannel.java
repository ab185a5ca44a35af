/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A file as a channel that is read and never written. Reads give all that is asked for. */
abstract class ReadOnlyChannel implements SeekableByteChannel {
  private final long size;
  private long position;
  private boolean open = true;

  ReadOnlyChannel(long size) {
    this.size = size;
  }

  /** Puts some bytes into a buffer that has room for them; the file has them, too. */
  abstract void read(ByteBuffer target, long from, int count) throws IOException;

  /** Gives back what the channel holds. Called once. */
  abstract void release() throws IOException;

  @Override
  public final synchronized int read(ByteBuffer target) throws IOException {
    checkOpen();
    if (!target.hasRemaining()) {
      return 0;
    }
    if (position >= size) {
      return -1;
    }
    int count = (int) Math.min(target.remaining(), size - position);
    read(target, position, count);
    position += count;
    return count;
  }

  @Override
  public final synchronized long position() throws IOException {
    checkOpen();
    return position;
  }

  @Override
  public final synchronized SeekableByteChannel position(long newPosition) throws IOException {
    checkOpen();
    if (newPosition < 0) {
      throw new IllegalArgumentException("A position is not negative: " + newPosition + ".");
    }
    position = newPosition;
    return this;
  }

  @Override
  public final synchronized long size() throws IOException {
    checkOpen();
    return size;
  }

  @Override
  public final int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public final SeekableByteChannel truncate(long newSize) {
    throw new NonWritableChannelException();
  }

  @Override
  public final synchronized boolean isOpen() {
    return open;
  }

  @Override
  public final synchronized void close() throws IOException {
    if (open) {
      open = false;
      release();
    }
  }

  private void checkOpen() throws IOException {
    if (!open) {
      throw new ClosedChannelException();
    }
  }
}
