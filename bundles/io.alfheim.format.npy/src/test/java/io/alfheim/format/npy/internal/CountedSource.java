/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.npy.internal;

import io.alfheim.data.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.concurrent.atomic.AtomicLong;

/** Bytes that are on no disk of this machine; counts how many of them were fetched. */
final class CountedSource implements ByteSource {
  private final byte[] bytes;
  private final AtomicLong count = new AtomicLong();

  CountedSource(byte[] bytes) {
    this.bytes = bytes;
  }

  long fetched() {
    return count.get();
  }

  @Override
  public String name() {
    return "far.npy";
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public InputStream openStream() {
    return Channels.newInputStream(openChannel());
  }

  @Override
  public SeekableByteChannel openChannel() {
    return new Fetching();
  }

  private final class Fetching implements SeekableByteChannel {
    private long at;

    @Override
    public int read(ByteBuffer target) {
      int length = (int) Math.min(target.remaining(), bytes.length - at);
      if (length <= 0) {
        return -1;
      }
      target.put(bytes, (int) at, length);
      at += length;
      count.addAndGet(length);
      return length;
    }

    @Override
    public long position() {
      return at;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
      at = newPosition;
      return this;
    }

    @Override
    public long size() {
      return bytes.length;
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
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() throws IOException {
      // nothing was opened
    }
  }
}
