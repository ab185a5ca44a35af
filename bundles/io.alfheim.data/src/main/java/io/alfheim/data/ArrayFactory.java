/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** Makes arrays, and checks that what they are made of fits. */
final class ArrayFactory {
  /** The most items of one Java array. */
  private static final int MOST = Integer.MAX_VALUE - 8;

  private ArrayFactory() {}

  static NDArray of(boolean[] values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (values[i] ? 1 : 0);
    }
    return wrap(DType.BOOL, new long[] {bytes.length}, List.of(ByteBuffer.wrap(bytes)));
  }

  static NDArray of(String[] values) {
    int width = Arrays.stream(values)
        .mapToInt(text -> text.codePointCount(0, text.length()))
        .max()
        .orElse(1);
    DType type = DType.of("<U" + Math.max(1, width));
    Bytes bytes = Bytes.allocate(type, values.length);
    for (int i = 0; i < values.length; i++) {
      bytes.put(i * bytes.unit(), values[i]);
    }
    return new NDArray(type, bytes, Layout.dense(new long[] {values.length}, bytes.unit()));
  }

  static NDArray of(double[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    if (Arrays.stream(rows).anyMatch(row -> row.length != columns)) {
      throw new DataException(
          "The rows differ in length.", "Make them all as long as the first: " + columns + ".");
    }
    double[] values = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    return NDArray.wrap(values, rows.length, columns);
  }

  static NDArray wrap(DType dtype, Memory memory, long length, long... shape) {
    Layout layout = Layout.dense(shape.clone(), memory.unit());
    if (layout.size() != length) {
      throw new DataException(
          length + " items do not fill an array of shape " + Layout.text(shape) + ".",
          "It takes " + layout.size() + ".");
    }
    return new NDArray(dtype, memory, layout);
  }

  static NDArray wrap(DType dtype, long[] shape, List<ByteBuffer> buffers) {
    Layout layout = Layout.dense(shape.clone(), dtype.itemSize());
    int item = dtype.itemSize();
    long bytes = 0;
    for (int i = 0; i < buffers.size(); i++) {
      int length = buffers.get(i).remaining();
      int first = buffers.get(0).remaining();
      boolean last = i == buffers.size() - 1;
      boolean fits = last ? length <= first : length == first && item > 0 && length % item == 0;
      if (!fits) {
        throw new DataException(
            "Buffer " + i + " of " + length + " bytes does not line up with the others.",
            "Make all but the last equally long, a multiple of " + item + " bytes.");
      }
      bytes += length;
    }
    if (item == 0 ? bytes > 0 : bytes % item != 0 || bytes / item != layout.size()) {
      throw new DataException(
          bytes + " bytes are not an array of " + dtype + " " + Layout.text(shape) + ".",
          "It takes " + layout.size() + " items of " + item + " bytes.");
    }
    return new NDArray(dtype, Bytes.of(dtype, buffers), layout);
  }

  /** Whole numbers or times given by their bits. */
  static NDArray ofBits(DType type, long[] bits, long... shape) {
    if (type.itemSize() < Long.BYTES) {
      return NDArray.wrap(bits, shape).astype(type);
    }
    Bytes bytes = Bytes.allocate(type, bits.length);
    bytes.putBits(bits);
    return new NDArray(type, bytes, Layout.dense(shape.clone(), bytes.unit()));
  }

  static NDArray arange(long end) {
    if (end > MOST) {
      throw tooMany("The whole numbers to " + end);
    }
    long[] values = new long[(int) Math.max(0, end)];
    Arrays.setAll(values, i -> i);
    return NDArray.wrap(values, values.length);
  }

  static NDArray arange(double from, double to, double step) {
    double count = Math.ceil((to - from) / step);
    String steps = "from " + from + " to " + to + " in steps of " + step;
    if (Double.isNaN(count) || count == Double.POSITIVE_INFINITY) {
      throw new DataException(
          "No end is reached " + steps + ".", "Use a step other than 0, and finite ends.");
    } else if (count > MOST) {
      throw tooMany("The numbers " + steps);
    }
    double[] values = new double[(int) Math.max(0, count)];
    Arrays.setAll(values, i -> from + i * step);
    return NDArray.wrap(values, values.length);
  }

  private static DataException tooMany(String numbers) {
    return new DataException(
        numbers + " do not fit one array.", "Make at most " + MOST + " of them at a time.");
  }

  /** Replaces -1 by the length that is needed. */
  static long[] complete(NDArray array, long[] shape) {
    long[] full = shape.clone();
    int open = -1;
    long known = 1;
    for (int axis = 0; axis < full.length; axis++) {
      if (full[axis] == -1 && open < 0) {
        open = axis;
      } else {
        known = full[axis] < 0 ? -1 : known * full[axis];
      }
    }
    if (open >= 0 && known > 0 && array.size() % known == 0) {
      full[open] = array.size() / known;
    }
    if (Arrays.stream(full).anyMatch(length -> length < 0)
        || Layout.dense(full, 1).size() != array.size()) {
      throw new DataException(
          array.describe() + " cannot take the shape " + Layout.text(shape) + ".",
          "It has " + array.size() + " items.");
    }
    return full;
  }

  static double[][] matrix(NDArray array) {
    if (array.rank() != 2) {
      throw new DataException(
          array.describe() + " has no rows and columns.", "Use reshape, select or toDoubleArray.");
    }
    double[] values = array.toDoubleArray();
    int columns = (int) array.shape(1);
    double[][] rows = new double[(int) array.shape(0)][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOfRange(values, i * columns, (i + 1) * columns);
    }
    return rows;
  }
}
