/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/** Booleans and integers of 8 to 64 bits, with and without a sign. */
final class WholeCodec extends Codec {
  private final int size;
  private final boolean bool;
  private final boolean unsigned;

  /** Takes the sign off what a signed read of fewer than 64 bits gave. */
  private final long mask;

  WholeCodec(DType type) {
    super(type);
    size = type.itemSize();
    bool = type.kind() == DType.Kind.BOOL;
    unsigned = type.kind() == DType.Kind.UNSIGNED;
    mask = unsigned && size < 8 ? (1L << (8 * size)) - 1 : -1;
  }

  private long bits(ByteBuffer bytes, int at) {
    return switch (size) {
      case 1 -> bytes.get(at) & mask;
      case 2 -> bytes.getShort(at) & mask;
      case 4 -> bytes.getInt(at) & mask;
      default -> bytes.getLong(at);
    };
  }

  @Override
  long longAt(ByteBuffer bytes, int at) {
    long value = bits(bytes, at);
    if (bool) {
      return value == 0 ? 0 : 1;
    }
    if (value < 0 && unsigned) {
      throw new DataException(
          Long.toUnsignedString(value) + " does not fit a signed number of 64 bits.",
          "Use get or getDouble, or reckon in floating point: astype(\"float64\").");
    }
    return value;
  }

  @Override
  double doubleAt(ByteBuffer bytes, int at) {
    long value = bits(bytes, at);
    if (bool) {
      return value == 0 ? 0 : 1;
    }
    // Halving keeps the lost bit, so that rounding is as of the whole number.
    return value < 0 && unsigned ? ((value >>> 1) | (value & 1)) * 2.0 : value;
  }

  @Override
  Object valueAt(ByteBuffer bytes, int at) {
    long value = bits(bytes, at);
    if (bool) {
      return value != 0;
    }
    return switch (size) {
      case 1, 2 ->
        unsigned ? (Object) (int) value : size == 1 ? (Object) (byte) value : (short) value;
      case 4 -> unsigned ? (Object) value : (Object) (int) value;
      default -> unsigned ? new BigInteger(Long.toUnsignedString(value)) : (Object) value;
    };
  }

  @Override
  String textAt(ByteBuffer bytes, int at) {
    return bool ? (bytes.get(at) == 0 ? "False" : "True") : valueAt(bytes, at).toString();
  }

  // One loop for each width: a call of a virtual method per item would be several times slower.
  @Override
  void doubles(ByteBuffer bytes, int at, int step, double[] to, int first, int count) {
    int end = first + count;
    int p = at;
    if (bool || size == 8) {
      super.doubles(bytes, at, step, to, first, count);
    } else if (size == 1) {
      for (int i = first; i < end; i++, p += step) {
        to[i] = bytes.get(p) & mask;
      }
    } else if (size == 2) {
      for (int i = first; i < end; i++, p += step) {
        to[i] = bytes.getShort(p) & mask;
      }
    } else {
      for (int i = first; i < end; i++, p += step) {
        to[i] = bytes.getInt(p) & mask;
      }
    }
  }

  @Override
  void longs(ByteBuffer bytes, int at, int step, long[] to, int first, int count) {
    int end = first + count;
    int p = at;
    if (bool || size == 1 || (unsigned && size == 8)) {
      super.longs(bytes, at, step, to, first, count);
    } else if (size == 2) {
      for (int i = first; i < end; i++, p += step) {
        to[i] = bytes.getShort(p) & mask;
      }
    } else if (size == 4) {
      for (int i = first; i < end; i++, p += step) {
        to[i] = bytes.getInt(p) & mask;
      }
    } else {
      for (int i = first; i < end; i++, p += step) {
        to[i] = bytes.getLong(p);
      }
    }
  }

  @Override
  void bits(ByteBuffer bytes, int at, int step, long[] to, int first, int count) {
    if (!unsigned || size < Long.BYTES) {
      longs(bytes, at, step, to, first, count);
      return;
    }
    for (int i = first, p = at; i < first + count; i++, p += step) {
      to[i] = bytes.getLong(p);
    }
  }

  /** Cuts off the fraction. */
  @Override
  void put(ByteBuffer bytes, int at, double value) {
    if (bool) {
      bytes.put(at, (byte) (value == 0 ? 0 : 1));
    } else if (unsigned && size == 8 && value >= 0x1p63 && value < 0x1p64) {
      bytes.putLong(at, (long) (value - 0x1p63) ^ Long.MIN_VALUE);
    } else if (fitsLong(value)) {
      put(bytes, at, (long) value);
    } else {
      throw outOfRange(Double.toString(value));
    }
  }

  @Override
  void put(ByteBuffer bytes, int at, long value) {
    if (bool) {
      bytes.put(at, (byte) (value == 0 ? 0 : 1));
      return;
    }
    long most = unsigned ? (size == 8 ? Long.MAX_VALUE : mask) : Long.MAX_VALUE >> (64 - 8 * size);
    long least = unsigned ? 0 : -most - 1;
    if (value < least || value > most) {
      throw outOfRange(Long.toString(value));
    }
    switch (size) {
      case 1 -> bytes.put(at, (byte) value);
      case 2 -> bytes.putShort(at, (short) value);
      case 4 -> bytes.putInt(at, (int) value);
      default -> bytes.putLong(at, value);
    }
  }

  private DataException outOfRange(String value) {
    return new DataException(value + " does not fit " + type() + ".", "Use a wider type.");
  }
}
