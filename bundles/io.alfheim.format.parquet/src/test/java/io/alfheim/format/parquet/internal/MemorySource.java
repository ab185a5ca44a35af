/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import io.alfheim.data.ByteSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A file in memory that knows whether it was closed again. */
final class MemorySource implements ByteSource {
  private final byte[] bytes;
  int open;

  MemorySource(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  @Override
  public String name() {
    return "memory.pqt";
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public InputStream openStream() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public SeekableByteChannel openChannel() {
    open++;
    return new Channel(ByteBuffer.wrap(bytes));
  }

  private final class Channel implements SeekableByteChannel {
    private final ByteBuffer buffer;
    private boolean closed;

    Channel(ByteBuffer buffer) {
      this.buffer = buffer;
    }

    /** Gives at most 1000 bytes at once, as a network would. */
    @Override
    public int read(ByteBuffer to) throws ClosedChannelException {
      if (closed) {
        throw new ClosedChannelException();
      }
      if (!buffer.hasRemaining()) {
        return -1;
      }
      int count = Math.min(1000, Math.min(to.remaining(), buffer.remaining()));
      to.put(buffer.slice(buffer.position(), count));
      buffer.position(buffer.position() + count);
      return count;
    }

    @Override
    public int write(ByteBuffer from) {
      throw new NonWritableChannelException();
    }

    @Override
    public long position() {
      return buffer.position();
    }

    @Override
    public SeekableByteChannel position(long position) {
      buffer.position(Math.toIntExact(position));
      return this;
    }

    @Override
    public long size() {
      return buffer.capacity();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
      return !closed;
    }

    @Override
    public void close() {
      closed = true;
      open--;
    }
  }
}
