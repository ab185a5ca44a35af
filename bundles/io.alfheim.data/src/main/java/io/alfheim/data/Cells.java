/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Numbers of 1, 2, 4 or 8 bytes in one primitive array that can grow; nothing is boxed. The least
 * byte comes first, as in {@link NDArray}, so that both can share it.
 */
final class Cells {
  private final int shift;
  private ByteBuffer bytes;

  Cells(int width, int capacity) {
    shift = Integer.numberOfTrailingZeros(width);
    bytes = buffer(new byte[Math.multiplyExact(capacity, width)]);
  }

  private static ByteBuffer buffer(byte[] array) {
    return ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** All bytes, to be shared once nothing changes any more. */
  ByteBuffer bytes() {
    return bytes.asReadOnlyBuffer();
  }

  int capacity() {
    return bytes.capacity() >> shift;
  }

  /** Makes room for cell {@code i}, at least half as much again as there was. */
  void ensure(int i) {
    if (i < capacity()) {
      return;
    }
    long wanted = Math.max(16, i + 1L + (i >> 1));
    int most = (Integer.MAX_VALUE - 8) >> shift;
    if (i >= most) {
      throw new OutOfMemoryError("a column holds at most " + most + " cells of this type");
    }
    resize((int) Math.min(wanted, most));
  }

  void resize(int capacity) {
    ByteBuffer resized = buffer(new byte[capacity << shift]);
    resized.put(0, bytes, 0, Math.min(bytes.capacity(), resized.capacity()));
    bytes = resized;
  }

  /** The cell as a signed number. */
  long get(int i) {
    return switch (shift) {
      case 0 -> bytes.get(i);
      case 1 -> bytes.getShort(i << 1);
      case 2 -> bytes.getInt(i << 2);
      default -> bytes.getLong(i << 3);
    };
  }

  void put(int i, long value) {
    switch (shift) {
      case 0 -> bytes.put(i, (byte) value);
      case 1 -> bytes.putShort(i << 1, (short) value);
      case 2 -> bytes.putInt(i << 2, (int) value);
      default -> bytes.putLong(i << 3, value);
    }
  }

  /** The cell as a floating-point number of the same width. */
  double real(int i) {
    return shift == 2 ? bytes.getFloat(i << 2) : bytes.getDouble(i << 3);
  }

  void putReal(int i, double value) {
    if (shift == 2) {
      bytes.putFloat(i << 2, (float) value);
    } else {
      bytes.putDouble(i << 3, value);
    }
  }

  /** The cells of these rows, in this order. */
  Cells take(int[] rows) {
    Cells taken = new Cells(1 << shift, rows.length);
    for (int i = 0; i < rows.length; i++) {
      taken.put(i, get(rows[i]));
    }
    return taken;
  }

  static Cells of(double... values) {
    Cells cells = new Cells(8, values.length);
    cells.bytes.asDoubleBuffer().put(values);
    return cells;
  }

  static Cells of(float... values) {
    Cells cells = new Cells(4, values.length);
    cells.bytes.asFloatBuffer().put(values);
    return cells;
  }

  static Cells of(long... values) {
    Cells cells = new Cells(8, values.length);
    cells.bytes.asLongBuffer().put(values);
    return cells;
  }

  static Cells of(int... values) {
    Cells cells = new Cells(4, values.length);
    cells.bytes.asIntBuffer().put(values);
    return cells;
  }

  static Cells of(short... values) {
    Cells cells = new Cells(2, values.length);
    cells.bytes.asShortBuffer().put(values);
    return cells;
  }

  static Cells of(byte... values) {
    Cells cells = new Cells(1, values.length);
    cells.bytes.put(0, values);
    return cells;
  }
}
