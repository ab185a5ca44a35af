/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.testkit;

import io.alfheim.data.ByteSource;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Bytes that are not a local file, as of a remote store. Counts what is opened and not closed. */
public final class MemorySource implements ByteSource {
  private final String name;
  private final byte[] bytes;
  private final AtomicInteger open = new AtomicInteger();

  private MemorySource(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /**
   * A source of these bytes.
   *
   * @param name with the extension of the format
   */
  public static MemorySource of(String name, byte... bytes) {
    return new MemorySource(name, bytes.clone());
  }

  /** The first bytes only, under the same name. */
  public MemorySource prefix(int length) {
    return new MemorySource(name, Arrays.copyOf(bytes, length));
  }

  /** Other bytes under the same name. */
  public MemorySource withBytes(byte... other) {
    return of(name, other);
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The same bytes as a file of the same name in a folder. */
  public Path writeInto(Path folder) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  /** How many streams and channels are open at the moment. */
  public int openCount() {
    return open.get();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public InputStream openStream() {
    open.incrementAndGet();
    return new FilterInputStream(new ByteArrayInputStream(bytes)) {
      private boolean closed;

      @Override
      public void close() {
        if (!closed) {
          closed = true;
          open.decrementAndGet();
        }
      }
    };
  }

  @Override
  public SeekableByteChannel openChannel() {
    open.incrementAndGet();
    return new Channel();
  }

  @Override
  public String toString() {
    return name;
  }

  private final class Channel implements SeekableByteChannel {
    private long position;
    private boolean closed;

    private void checkOpen() throws ClosedChannelException {
      if (closed) {
        throw new ClosedChannelException();
      }
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
      checkOpen();
      if (position >= bytes.length) {
        return -1;
      }
      int count = Math.min(to.remaining(), bytes.length - (int) position);
      to.put(bytes, (int) position, count);
      position += count;
      return count;
    }

    @Override
    public int write(ByteBuffer from) {
      throw new NonWritableChannelException();
    }

    @Override
    public long position() throws IOException {
      checkOpen();
      return position;
    }

    @Override
    public SeekableByteChannel position(long to) throws IOException {
      checkOpen();
      if (to < 0) {
        throw new IllegalArgumentException("A position is not negative.");
      }
      position = to;
      return this;
    }

    @Override
    public long size() throws IOException {
      checkOpen();
      return bytes.length;
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
      if (!closed) {
        closed = true;
        open.decrementAndGet();
      }
    }
  }
}
