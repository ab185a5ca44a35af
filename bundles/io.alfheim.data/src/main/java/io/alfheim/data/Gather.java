/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Copies the items of an array into row-major order. */
final class Gather {
  /** Axes up to this length are copied in one go: what is read and written fits the caches. */
  private static final int TILE = 64;

  private static final int BLOCK_BYTES = 1 << 17;

  private final NDArray array;

  Gather(NDArray array) {
    this.array = array;
  }

  /** Takes some items of a copy. */
  private interface Piece {
    void copy(long from, long fromStep, long to, long toStep, int count);
  }

  double[] doubles() {
    double[] out = new double[length()];
    double[] block = new double[room()];
    Memory memory = array.memory();
    forEachPiece((from, step, to, toStep, count) -> {
      if (toStep == 1) {
        memory.doubles(from, step, out, (int) to, count);
        return;
      }
      memory.doubles(from, step, block, 0, count);
      for (int i = 0; i < count; i++) {
        out[(int) (to + i * toStep)] = block[i];
      }
    });
    return out;
  }

  float[] floats() {
    if (Elementwise.isLong(array)) {
      return new Gather(array.astype(DType.FLOAT32)).floats();
    }
    float[] out = new float[length()];
    double[] block = new double[room()];
    forEachPiece((from, step, to, toStep, count) -> {
      array.memory().doubles(from, step, block, 0, count);
      for (int i = 0; i < count; i++) {
        out[(int) (to + i * toStep)] = (float) block[i];
      }
    });
    return out;
  }

  long[] longs() {
    return longs(Memory::longs);
  }

  /** As {@link #longs}, but of {@code uint64} the bare bits. */
  long[] bits() {
    return longs(Memory::bits);
  }

  private long[] longs(Memory.Reading reading) {
    long[] out = new long[length()];
    long[] block = new long[room()];
    Memory memory = array.memory();
    forEachPiece((from, step, to, toStep, count) -> {
      if (toStep == 1) {
        reading.read(memory, from, step, out, (int) to, count);
        return;
      }
      reading.read(memory, from, step, block, 0, count);
      for (int i = 0; i < count; i++) {
        out[(int) (to + i * toStep)] = block[i];
      }
    });
    return out;
  }

  int[] ints() {
    int[] out = new int[length()];
    long[] block = new long[room()];
    forEachPiece((from, step, to, toStep, count) -> {
      array.memory().longs(from, step, block, 0, count);
      for (int i = 0; i < count; i++) {
        out[(int) (to + i * toStep)] = narrow(block[i]);
      }
    });
    return out;
  }

  private static int narrow(long value) {
    if ((int) value != value) {
      throw new DataException(value + " does not fit an int.", "Use toLongArray.");
    }
    return (int) value;
  }

  boolean[] booleans() {
    boolean[] out = new boolean[length()];
    double[] block = new double[room()];
    forEachPiece((from, step, to, toStep, count) -> {
      array.memory().doubles(from, step, block, 0, count);
      for (int i = 0; i < count; i++) {
        out[(int) (to + i * toStep)] = block[i] != 0;
      }
    });
    return out;
  }

  String[] texts() {
    String[] out = new String[length()];
    forEachPiece((from, step, to, toStep, count) -> {
      for (int i = 0; i < count; i++) {
        out[(int) (to + i * toStep)] = array.memory().textAt(from + i * step);
      }
    });
    return out;
  }

  /** The same items, one behind the other. */
  NDArray dense() {
    Bytes copy = Bytes.allocate(array.dtype(), array.size());
    Layout layout = Layout.dense(array.shape(), copy.unit());
    into(copy, layout);
    return new NDArray(array.dtype(), copy, layout);
  }

  /** Copies to the places of a layout of the same shape. */
  void into(Bytes copy, Layout to) {
    int room = bytesRoom();
    byte[] block = new byte[room * array.dtype().itemSize()];
    split(array.layout(), to, (from, step, at, atStep, count) -> {
      for (int done = 0; done < count; done += room) {
        int items = Math.min(room, count - done);
        array.memory().bytes(from + done * step, step, block, items);
        copy.put(at + done * atStep, atStep, block, items);
      }
    });
  }

  /** Writes the bytes of the items in row-major order. */
  void into(OutputStream out) throws IOException {
    int room = bytesRoom();
    int size = array.dtype().itemSize();
    byte[] block = new byte[room * size];
    Walk walk = Walk.inOrder(array.layout());
    long step = walk.step(0);
    try {
      walk.forEach((at, count) -> {
        for (int done = 0; done < count; done += room) {
          int items = Math.min(room, count - done);
          array.memory().bytes(at[0] + done * step, step, block, items);
          write(out, block, items * size);
        }
      });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(OutputStream out, byte[] block, int length) {
    try {
      out.write(block, 0, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many items fit a block of bytes. */
  private int bytesRoom() {
    return Math.max(1, Math.min(room(), BLOCK_BYTES / Math.max(1, array.dtype().itemSize())));
  }

  private int length() {
    if (array.size() > Integer.MAX_VALUE - 8) {
      throw new DataException(
          array.describe() + " is too long for one Java array.", "Take a part with slice or rows.");
    }
    return (int) array.size();
  }

  private int room() {
    return (int) Math.min(Walk.BLOCK, Math.max(1, array.size()));
  }

  private void forEachPiece(Piece piece) {
    split(array.layout(), Layout.dense(array.shape(), 1), piece);
  }

  /**
   * Copies a part. Where reading along memory means jumping while writing, as in a transpose, the
   * part is halved until it is small enough for the jumps to stay in the caches.
   */
  private static void split(Layout from, Layout to, Piece piece) {
    int read = from.fastest();
    int written = to.fastest();
    if (read >= 0 && written >= 0 && read != written) {
      int axis = from.length(read) > from.length(written) ? read : written;
      long length = from.length(axis);
      if (length > TILE) {
        long half = length / 2;
        split(from.slice(axis, 0, half, 1), to.slice(axis, 0, half, 1), piece);
        split(from.slice(axis, half, length, 1), to.slice(axis, half, length, 1), piece);
        return;
      }
    }
    Walk walk = Walk.over(from, to);
    long step = walk.step(0);
    long toStep = walk.step(1);
    walk.forEach((at, count) -> piece.copy(at[0], step, at[1], toStep, count));
  }
}
