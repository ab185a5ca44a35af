/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;

/** Floating point numbers of 16, 32 and 64 bits. */
final class FloatCodec extends Codec {
  /** From here on making a view of the buffer costs less than reading item by item. */
  private static final int BULK = 64;

  private final int size;

  FloatCodec(DType type) {
    super(type);
    size = type.itemSize();
  }

  @Override
  double doubleAt(ByteBuffer bytes, int at) {
    return switch (size) {
      case 2 -> Half.toFloat(bytes.getShort(at));
      case 4 -> bytes.getFloat(at);
      default -> bytes.getDouble(at);
    };
  }

  @Override
  long longAt(ByteBuffer bytes, int at) {
    return whole(doubleAt(bytes, at));
  }

  @Override
  Object valueAt(ByteBuffer bytes, int at) {
    double value = doubleAt(bytes, at);
    return size == 8 ? (Object) value : (Object) (float) value;
  }

  @Override
  String textAt(ByteBuffer bytes, int at) {
    return Decimals.text(doubleAt(bytes, at), size);
  }

  @Override
  void doubles(ByteBuffer bytes, int at, int step, double[] to, int first, int count) {
    int end = first + count;
    int p = at;
    if (size == 8 && step == 8 && count >= BULK) {
      view(bytes, at, count).get(0, to, first, count);
    } else if (size == 8) {
      for (int i = first; i < end; i++, p += step) {
        to[i] = bytes.getDouble(p);
      }
    } else if (size == 4) {
      for (int i = first; i < end; i++, p += step) {
        to[i] = bytes.getFloat(p);
      }
    } else {
      for (int i = first; i < end; i++, p += step) {
        to[i] = Half.toFloat(bytes.getShort(p));
      }
    }
  }

  private static DoubleBuffer view(ByteBuffer bytes, int at, int count) {
    return bytes.slice(at, count * 8).order(bytes.order()).asDoubleBuffer();
  }

  @Override
  void put(ByteBuffer bytes, int at, double value) {
    switch (size) {
      case 2 -> bytes.putShort(at, Half.of(value));
      case 4 -> bytes.putFloat(at, (float) value);
      default -> bytes.putDouble(at, value);
    }
  }

  @Override
  void put(ByteBuffer bytes, int at, long value) {
    put(bytes, at, (double) value);
  }

  @Override
  void put(ByteBuffer bytes, int at, double[] from, int first, int count) {
    if (size == 8 && count >= BULK) {
      view(bytes, at, count).put(0, from, first, count);
    } else {
      super.put(bytes, at, from, first, count);
    }
  }
}
