/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * A file on a server as a channel. Small reads are served from a window that grows while one reads
 * on; a large read is one request for exactly its bytes.
 */
final class RangeChannel extends ReadOnlyChannel {
  private static final int SMALLEST = 1 << 16;
  private static final int LARGEST = 1 << 22;

  private final Ranges ranges;
  private final long size;
  private byte[] window = new byte[0];
  private long windowFrom;

  RangeChannel(Ranges ranges, long size) {
    super(size);
    this.ranges = ranges;
    this.size = size;
  }

  /** Where the bytes come from. */
  @FunctionalInterface
  interface Ranges {
    InputStream open(long from, long length) throws IOException;
  }

  @Override
  void read(ByteBuffer target, long from, int count) throws IOException {
    for (int done = 0; done < count; ) {
      long at = from + done;
      int left = count - done;
      done += left < LARGEST || isInWindow(at)
          ? fromWindow(target, at, left)
          : direct(target, at, left);
    }
  }

  private boolean isInWindow(long at) {
    return at >= windowFrom && at < windowFrom + window.length;
  }

  private int fromWindow(ByteBuffer target, long at, int wanted) throws IOException {
    if (!isInWindow(at)) {
      boolean readsOn = window.length > 0 && at == windowFrom + window.length;
      int ahead = readsOn ? Math.min(LARGEST, 2 * window.length) : SMALLEST;
      int length = (int) Math.min(Math.max(ahead, wanted), size - at);
      window = fetch(at, length);
      windowFrom = at;
    }
    int offset = (int) (at - windowFrom);
    int count = Math.min(wanted, window.length - offset);
    target.put(window, offset, count);
    return count;
  }

  private byte[] fetch(long at, int length) throws IOException {
    try (InputStream in = ranges.open(at, length)) {
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length) {
        throw tooShort();
      }
      return bytes;
    }
  }

  private int direct(ByteBuffer target, long at, int length) throws IOException {
    try (InputStream in = ranges.open(at, length)) {
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
  void release() {
    window = new byte[0];
  }
}
