/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.mym;

import io.alfheim.data.DType;
import io.alfheim.data.NDArray;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads arrays, which come column by column.
 *
 * @param values reads what is in them, if they hold more than numbers
 */
record ArrayReader(ValueReader values, Input in) {
  private static final int MOST_AXES = 64;

  Object read() {
    List<Long> shape = shape();
    int id = in.i32();
    boolean complex = in.u32() != 0;
    if (id == ArrayKind.VALUES) {
      int least = in.countSize() + 1;
      return new ValueArray(shape, elements(places(shape, least)));
    }
    long places = places(shape, 1);
    if (id == ArrayKind.CHAR) {
      return characters(shape, places);
    }
    DType type = ArrayKind.type(id);
    if (complex) {
      return wrap(ArrayKind.complex(type), shape, halves(type.itemSize(), (int) places));
    }
    return wrap(type, shape, in.slice(places * type.itemSize()));
  }

  List<Long> shape() {
    int axes = in.count(in.countSize());
    if (axes > MOST_AXES) {
      throw MymException.damaged("an array in it has " + axes + " axes");
    }
    List<Long> shape = new ArrayList<>();
    for (int i = 0; i < axes; i++) {
      shape.add(in.count());
    }
    return shape;
  }

  /** How many items a shape has, which must fit into what is left, at so many bytes each. */
  int places(List<Long> shape, int least) {
    long places = 1;
    long others = 1;
    for (long length : shape) {
      places = product(places, length);
      others = product(others, Math.max(1, length));
    }
    if (places > in.remaining() / least) {
      throw MymException.damaged("an array in it has more items than there are bytes");
    }
    return (int) places;
  }

  private static long product(long one, long other) {
    if (Math.multiplyHigh(one, other) != 0 || one * other < 0) {
      throw MymException.damaged("an array in it is larger than all numbers");
    }
    return one * other;
  }

  List<@Nullable Object> elements(int count) {
    List<@Nullable Object> elements = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      elements.add(values.element());
    }
    return elements;
  }

  /** Each in two bytes, of which the second counts only beyond Latin letters. */
  private NDArray characters(List<Long> shape, long places) {
    ByteBuffer wide = in.slice(2 * places);
    ByteBuffer narrow = ByteBuffer.allocate((int) places);
    ByteBuffer unicode = ByteBuffer.allocate((int) Math.multiplyExact(4, places));
    boolean latin = true;
    while (wide.hasRemaining()) {
      char character = wide.getChar();
      latin &= character <= 0xff;
      narrow.put((byte) character);
      unicode.putInt(Integer.reverseBytes(character));
    }
    return latin
        ? wrap(DType.of("S1"), shape, narrow.flip())
        : wrap(DType.of("<U1"), shape, unicode.flip());
  }

  private ByteBuffer halves(int size, int places) {
    ByteBuffer real = in.slice((long) places * size);
    ByteBuffer imaginary = in.slice((long) places * size);
    ByteBuffer both = ByteBuffer.allocate(2 * places * size);
    for (int at = 0; at < places * size; at += size) {
      both.put(real.slice(at, size)).put(imaginary.slice(at, size));
    }
    return both.flip();
  }

  private static NDArray wrap(DType type, List<Long> shape, ByteBuffer items) {
    int axes = shape.size();
    long[] reversed = new long[axes];
    for (int i = 0; i < axes; i++) {
      reversed[axes - 1 - i] = shape.get(i);
    }
    return NDArray.wrap(type, reversed, List.of(items)).transpose();
  }
}
