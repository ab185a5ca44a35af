/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.Arrays;
import java.util.List;

/** Copies parts of arrays into a new one. */
final class Selection {

  private Selection() {}

  static NDArray concat(int axis, List<NDArray> arrays) {
    if (arrays.isEmpty()) {
      throw new DataException("There are no arrays to put together.", "Give at least one.");
    }
    NDArray first = arrays.get(0);
    int along = first.layout().axis(axis);
    long[] shape = first.shape();
    shape[along] = 0;
    for (NDArray array : arrays) {
      boolean fits = array.rank() == first.rank()
          && Arrays.equals(
              Layout.without(array.shape(), along), Layout.without(first.shape(), along));
      if (!fits) {
        throw new DataException(
            "Arrays of shape "
                + Layout.text(first.shape())
                + " and "
                + Layout.text(array.shape())
                + " cannot be put together along axis "
                + axis
                + ".",
            "All other axes must be equally long.");
      }
      shape[along] += array.shape(along);
    }
    DType type = Conversion.common(arrays);
    Bytes bytes = Bytes.allocate(type, Layout.dense(shape, 1).size());
    Layout whole = Layout.dense(shape, bytes.unit());
    long done = 0;
    for (NDArray array : arrays) {
      long end = done + array.shape(along);
      new Gather(array.astype(type)).into(bytes, whole.slice(along, done, end, 1));
      done = end;
    }
    return new NDArray(type, bytes, whole);
  }

  static NDArray take(NDArray array, long[] rows) {
    Layout layout = array.layout();
    layout.axis(0);
    long[] shape = array.shape();
    shape[0] = rows.length;
    Bytes bytes = Bytes.allocate(array.dtype(), Layout.dense(shape, 1).size());
    Layout whole = Layout.dense(shape, bytes.unit());
    Memory memory = array.memory();
    long items = Layout.dense(Layout.without(shape, 0), 1).size();
    boolean plain = items <= Walk.BLOCK && layout.rowIsDense(memory.unit());
    byte[] block =
        new byte[plain ? Math.multiplyExact((int) items, array.dtype().itemSize()) : 0];
    for (int i = 0; i < rows.length; i++) {
      if (plain) {
        long from = layout.offset() + layout.checked(0, rows[i]) * layout.stride(0);
        memory.bytes(from, memory.unit(), block, (int) items);
        bytes.put(i * items * bytes.unit(), bytes.unit(), block, (int) items);
      } else {
        new Gather(array.select(0, rows[i])).into(bytes, whole.select(0, i));
      }
      if (i % Walk.BLOCK == Walk.BLOCK - 1) {
        Walk.checkInterruption();
      }
    }
    return new NDArray(array.dtype(), bytes, whole);
  }

  static NDArray where(NDArray array, NDArray mask) {
    if (mask.dtype().kind() != DType.Kind.BOOL
        || mask.rank() != 1
        || mask.shape(0) != array.shape(0)) {
      throw new DataException(
          "A mask of "
              + mask.describe()
              + " does not choose among the rows of "
              + array.describe()
              + ".",
          "Give one bool for each row; flatten() both to choose among all items.");
    }
    boolean[] chosen = mask.toBooleanArray();
    long[] rows = new long[(int) new Reduction(mask).countNonZero()];
    for (int i = 0, found = 0; i < chosen.length; i++) {
      if (chosen[i]) {
        rows[found++] = i;
      }
    }
    return take(array, rows);
  }

  /** Where the texts of an array are this one. */
  static NDArray equalTo(NDArray array, String text) {
    String[] texts = array.toStringArray();
    boolean[] equal = new boolean[texts.length];
    for (int i = 0; i < texts.length; i++) {
      equal[i] = texts[i].equals(text);
    }
    return NDArray.of(equal).reshape(array.shape());
  }
}
