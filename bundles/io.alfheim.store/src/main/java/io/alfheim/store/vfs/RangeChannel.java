/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * A file on a server as a channel. Small reads are served from a window that grows while one reads
 * on; a large read is one request for exactly its bytes.
 */
final class RangeChannel implements SeekableByteChannel {
  private static final int SMALLEST = 1 << 16;
  private static final int LARGEST = 1 << 22;

  private final Ranges ranges;
  private final long size;
  private long position;
  private byte[] window = new byte[0];
  private long windowFrom;
  private boolean open = true;

  RangeChannel(Ranges ranges, long size) {
    this.ranges = ranges;
    this.size = size;
  }

  /** Where the bytes come from. */
  @FunctionalInterface
  interface Ranges {
    InputStream open(long from, long length) throws IOException;
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
    int wanted = (int) Math.min(target.remaining(), size - position);
    for (int left = wanted; left > 0; ) {
      int got = left < LARGEST || isInWindow() ? fromWindow(target, left) : direct(target, left);
      position += got;
      left -= got;
    }
    return wanted;
  }

  private boolean isInWindow() {
    return position >= windowFrom && position < windowFrom + window.length;
  }

  private int fromWindow(ByteBuffer target, int wanted) throws IOException {
    if (!isInWindow()) {
      boolean readsOn = window.length > 0 && position == windowFrom + window.length;
      int ahead = readsOn ? Math.min(LARGEST, 2 * window.length) : SMALLEST;
      int length = (int) Math.min(Math.max(ahead, wanted), size - position);
      window = fetch(length);
      windowFrom = position;
    }
    int offset = (int) (position - windowFrom);
    int count = Math.min(wanted, window.length - offset);
    target.put(window, offset, count);
    return count;
  }

  private byte[] fetch(int length) throws IOException {
    try (InputStream in = ranges.open(position, length)) {
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length) {
        throw tooShort();
      }
      return bytes;
    }
  }

  private int direct(ByteBuffer target, int length) throws IOException {
    try (InputStream in = ranges.open(position, length)) {
      byte[] chunk = new byte[SMALLEST];
      for (int left = length; left > 0; ) {
        int count = in.read(chunk, 0, Math.min(left, chunk.length));
        if (count < 0) {
          throw tooShort();
        }
        target.put(chunk, 0, count);
        left -= count;
      }
    }
    return length;
  }

  private static EOFException tooShort() {
    return new EOFException("The file is shorter than it was. Read it again.");
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
  public synchronized void close() {
    open = false;
    window = new byte[0];
  }

  private void checkOpen() throws IOException {
    if (!open) {
      throw new ClosedChannelException();
    }
  }
}
