/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.npy.internal;

import io.alfheim.data.NDArray;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Gets the items behind a header into memory, mapped or read. */
final class Items {
  /** The most bytes that one buffer maps. */
  private static final long MAPPED = 1L << 30;

  /** The most bytes that one buffer holds, so that no more is allocated than arrives. */
  private static final long READ = 1L << 26;

  /** How many bytes are read without looking up. */
  private static final int CHUNK = 1 << 18;

  private Items() {}

  /** Maps the items of a file. */
  static NDArray map(FileChannel file, Preamble preamble) throws IOException {
    Header header = preamble.header();
    long bytes = needed(preamble, file.size());
    long pace = pace(header, MAPPED);
    List<ByteBuffer> buffers = new ArrayList<>();
    for (long done = 0; done < bytes; done += pace) {
      long length = Math.min(pace, bytes - done);
      buffers.add(file.map(FileChannel.MapMode.READ_ONLY, preamble.length() + done, length));
    }
    return array(header, buffers);
  }

  /**
   * Reads the items that come next.
   *
   * @param present the number of bytes of the whole file
   */
  static NDArray read(InputStream in, Preamble preamble, long present) throws IOException {
    Header header = preamble.header();
    long bytes = needed(preamble, present);
    checkMemory((double) bytes);
    long pace = pace(header, READ);
    List<ByteBuffer> buffers = new ArrayList<>();
    for (long done = 0; done < bytes; done += pace) {
      byte[] buffer = new byte[(int) Math.min(pace, bytes - done)];
      fill(buffer, in, preamble.length() + done);
      buffers.add(ByteBuffer.wrap(buffer));
    }
    return array(header, buffers);
  }

  /** Reads some rows out of items that lie row by row, and no others. */
  static NDArray readRows(SeekableByteChannel file, Preamble preamble, long from, long to)
      throws IOException {
    long present = file.size();
    long bytes = needed(preamble, present);
    long rows = preamble.header().shape().get(0);
    long first = bound(from, rows);
    long count = Math.max(0, bound(to, rows) - first);
    long start = preamble.length() + (rows == 0 ? 0 : bytes / rows * first);
    Preamble part = new Preamble(preamble.header().withRows(count), start);
    return read(Channels.newInputStream(file.position(start)), part, present);
  }

  private static long bound(long row, long rows) {
    return Math.min(Math.max(row < 0 ? row + rows : row, 0), rows);
  }

  private static void fill(byte[] buffer, InputStream in, long start) throws IOException {
    for (int done = 0; done < buffer.length; ) {
      checkInterruption();
      int wanted = Math.min(CHUNK, buffer.length - done);
      int read = in.readNBytes(buffer, done, wanted);
      if (read < wanted) {
        throw new MalformedException("it breaks off after " + (start + done + read) + " bytes");
      }
      done += read;
    }
  }

  static void checkInterruption() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Interrupted while reading.");
    }
  }

  /** Nothing is begun that cannot be finished. */
  static void checkMemory(double bytes) throws MalformedException {
    if (bytes > Runtime.getRuntime().maxMemory()) {
      throw tooLarge("its " + (long) bytes + " bytes do not fit", null);
    }
  }

  /** There may be less room than the program was given, when others have taken some. */
  static MalformedException noRoom(OutOfMemoryError e) {
    return tooLarge("its arrays do not fit what is left of", e);
  }

  private static MalformedException tooLarge(String what, @Nullable OutOfMemoryError cause) {
    return new MalformedException(
        what + " the memory of this program; as local npy files they would be mapped", cause);
  }

  private static long needed(Preamble preamble, long present) throws MalformedException {
    Header header = preamble.header();
    long bytes = header.bytes();
    long left = present - preamble.length();
    if (bytes > left) {
      throw new MalformedException("an array of " + header.dtype() + " and shape " + header.shape()
          + " takes " + bytes + " bytes, but only " + Math.max(0, left) + " follow the header");
    }
    return bytes;
  }

  /** The most whole items that fit, in bytes. */
  private static long pace(Header header, long most) {
    int size = Math.max(1, header.dtype().itemSize());
    return Math.max(1, most / size) * size;
  }

  private static NDArray array(Header header, List<ByteBuffer> buffers) {
    NDArray stored = NDArray.wrap(header.dtype(), header.storedShape(), buffers);
    return header.columnMajor() ? stored.transpose() : stored;
  }
}
