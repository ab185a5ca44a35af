/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.nio.ByteBuffer;

/** How one item of a type is read from bytes and written to them. Buffers come in its order. */
abstract class Codec {
  private final DType type;

  Codec(DType type) {
    this.type = type;
  }

  static Codec of(DType type) {
    return switch (type.kind()) {
      case BOOL, INTEGER, UNSIGNED -> new WholeCodec(type);
      case FLOAT -> new FloatCodec(type);
      case COMPLEX -> new ComplexCodec(type);
      case TEXT -> new TextCodec(type);
      case BYTES -> new AsciiCodec(type);
      case DATETIME, TIMEDELTA -> new TimeCodec(type);
      case RAW, STRUCT -> new RawCodec(type);
    };
  }

  final DType type() {
    return type;
  }

  double doubleAt(ByteBuffer bytes, int at) {
    throw notA("numbers");
  }

  /** Exact, or a {@link DataException}. */
  long longAt(ByteBuffer bytes, int at) {
    throw notA("whole numbers");
  }

  abstract Object valueAt(ByteBuffer bytes, int at);

  String textAt(ByteBuffer bytes, int at) {
    return valueAt(bytes, at).toString();
  }

  /** Reads items {@code step} bytes apart. */
  void doubles(ByteBuffer bytes, int at, int step, double[] to, int first, int count) {
    for (int i = first, p = at; i < first + count; i++, p += step) {
      to[i] = doubleAt(bytes, p);
    }
  }

  /** Reads items {@code step} bytes apart. */
  void longs(ByteBuffer bytes, int at, int step, long[] to, int first, int count) {
    for (int i = first, p = at; i < first + count; i++, p += step) {
      to[i] = longAt(bytes, p);
    }
  }

  /** Reads items as {@link #longs} does, but of {@code uint64} the bare bits. */
  void bits(ByteBuffer bytes, int at, int step, long[] to, int first, int count) {
    longs(bytes, at, step, to, first, count);
  }

  void put(ByteBuffer bytes, int at, double value) {
    throw notA("numbers");
  }

  void put(ByteBuffer bytes, int at, long value) {
    throw notA("whole numbers");
  }

  /** Writes neighbouring items. */
  void put(ByteBuffer bytes, int at, double[] from, int first, int count) {
    for (int i = 0; i < count; i++) {
      put(bytes, at + i * type.itemSize(), from[first + i]);
    }
  }

  /** Writes neighbouring items. */
  void put(ByteBuffer bytes, int at, long[] from, int first, int count) {
    for (int i = 0; i < count; i++) {
      put(bytes, at + i * type.itemSize(), from[first + i]);
    }
  }

  void put(ByteBuffer bytes, int at, String value) {
    throw notA("texts");
  }

  final DataException notA(String wanted) {
    return new DataException(
        "Items of type " + type + " are not " + wanted + ".",
        switch (type.kind()) {
          case COMPLEX -> "Take real() or imag().";
          case STRUCT -> "Take a field: field(name).";
          case DATETIME, TIMEDELTA -> "Take the counts: astype(\"int64\").";
          default -> "Use getString, toStringArray or get.";
        });
  }

  /** Exact, or a {@link DataException}. */
  static long whole(double value) {
    if (value != Math.rint(value) || !fitsLong(value)) {
      throw new DataException(
          value + " is not a whole number of 64 bits.", "Use getDouble or toDoubleArray.");
    }
    return (long) value;
  }

  static boolean fitsLong(double value) {
    return value >= -0x1p63 && value < 0x1p63;
  }
}
