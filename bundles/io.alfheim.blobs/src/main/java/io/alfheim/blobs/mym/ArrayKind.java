/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.mym;

import io.alfheim.data.DType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers by which the format knows the types of items. */
final class ArrayKind {
  /** MATLAB's characters of two bytes; here, as in numpy, texts of one byte each. */
  static final int CHAR = 4;
  /** Arbitrary values. */
  static final int VALUES = 5;

  private static final int TIMES = 1 << 16;
  private static final List<String> UNITS =
      List.of("Y", "M", "W", "D", "h", "m", "s", "ms", "us", "ns", "ps", "fs", "as");
  private static final Map<Integer, DType> NUMBERS = Map.ofEntries(
      Map.entry(3, DType.BOOL),
      Map.entry(6, DType.FLOAT64),
      Map.entry(7, DType.FLOAT32),
      Map.entry(8, DType.INT8),
      Map.entry(9, DType.UINT8),
      Map.entry(10, DType.INT16),
      Map.entry(11, DType.UINT16),
      Map.entry(12, DType.INT32),
      Map.entry(13, DType.UINT32),
      Map.entry(14, DType.INT64),
      Map.entry(15, DType.UINT64));

  private ArrayKind() {}

  /** The type of a number of the format. */
  static DType type(int id) {
    int unit = id - TIMES;
    if (unit >= 0 && unit < UNITS.size()) {
      return DType.of("datetime64[" + UNITS.get(unit) + "]");
    }
    return Optional.ofNullable(NUMBERS.get(id))
        .orElseThrow(() -> MymException.damaged("an array in it is of the unknown type " + id));
  }

  /** The number of a type that is neither complex nor text. */
  static int id(DType type) {
    if (isTime(type)) {
      return TIMES + UNITS.indexOf(type.unit());
    }
    return NUMBERS.entrySet().stream()
        .filter(entry -> entry.getValue().equals(type))
        .findFirst()
        .orElseThrow(() -> MymException.unpackable(
            "An array of " + type, "Convert it first, for example with astype(\"float64\")."))
        .getKey();
  }

  static boolean isTime(DType type) {
    return type.kind() == DType.Kind.DATETIME && !type.isBigEndian() && UNITS.contains(type.unit());
  }

  /** The type of both halves of complex numbers. */
  static DType half(DType complex) {
    return complex.itemSize() == DType.COMPLEX64.itemSize() ? DType.FLOAT32 : DType.FLOAT64;
  }

  /** The complex numbers of two halves. */
  static DType complex(DType half) {
    if (half.equals(DType.FLOAT64)) {
      return DType.COMPLEX128;
    }
    if (half.equals(DType.FLOAT32)) {
      return DType.COMPLEX64;
    }
    throw MymException.damaged("an array in it is complex and of " + half);
  }
}
