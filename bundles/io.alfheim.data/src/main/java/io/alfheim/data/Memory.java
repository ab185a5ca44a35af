/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

/**
 * Where the items of arrays are. Positions count items of a primitive array, or bytes of buffers;
 * {@link #unit} is the distance of neighbours.
 */
abstract class Memory {

  abstract long unit();

  abstract double doubleAt(long at);

  /** Exact, or a {@link DataException}. */
  abstract long longAt(long at);

  abstract Object valueAt(long at);

  abstract String textAt(long at);

  /** Reads {@code count} items, {@code step} apart. */
  abstract void doubles(long at, long step, double[] to, int first, int count);

  /** Reads {@code count} items, {@code step} apart, exactly. */
  abstract void longs(long at, long step, long[] to, int first, int count);

  /** Reads {@code count} items as {@link #longs} does, but of {@code uint64} the bare bits. */
  void bits(long at, long step, long[] to, int first, int count) {
    longs(at, step, to, first, count);
  }

  /** How items are read as numbers of 64 bits: as {@link #longs} or as {@link #bits}. */
  interface Reading {
    void read(Memory memory, long at, long step, long[] to, int first, int count);
  }

  /** Reads the bytes of {@code count} items, {@code step} apart. */
  abstract void bytes(long at, long step, byte[] to, int count);
}
