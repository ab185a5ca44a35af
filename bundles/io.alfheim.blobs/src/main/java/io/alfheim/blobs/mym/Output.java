/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.mym;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes being written, little end first; a length is filled in when it is known. */
final class Output extends OutputStream {
  private static final int MOST = Integer.MAX_VALUE - 16;

  private ByteBuffer bytes = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);

  private ByteBuffer room(int length) {
    if (bytes.remaining() < length) {
      long needed = (long) bytes.position() + length;
      if (needed > MOST) {
        throw MymException.unpackable("A value of more than 2 GB", "Attach it as a file.");
      }
      int capacity = (int) Math.min(MOST, Math.max(needed, 2L * bytes.capacity()));
      byte[] grown = Arrays.copyOf(bytes.array(), capacity);
      bytes = ByteBuffer.wrap(grown).order(ByteOrder.LITTLE_ENDIAN).position(bytes.position());
    }
    return bytes;
  }

  @Override
  public void write(int value) {
    room(1).put((byte) value);
  }

  @Override
  public void write(byte[] from, int start, int length) {
    room(length).put(from, start, length);
  }

  void put(byte[] all) {
    write(all, 0, all.length);
  }

  void u16(int value) {
    room(Short.BYTES).putShort((short) value);
  }

  void u32(int value) {
    room(Integer.BYTES).putInt(value);
  }

  void u64(long value) {
    room(Long.BYTES).putLong(value);
  }

  void f64(double value) {
    room(Double.BYTES).putDouble(value);
  }

  /** Leaves room for a length, and tells what to give to {@link #close(int)}. */
  int open() {
    u64(0);
    return bytes.position();
  }

  /** Fills in the length of what was written since. */
  void close(int start) {
    bytes.putLong(start - Long.BYTES, bytes.position() - start);
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes.array(), bytes.position());
  }
}
