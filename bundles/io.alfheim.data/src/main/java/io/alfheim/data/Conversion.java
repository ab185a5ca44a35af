/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import io.alfheim.data.DType.Kind;
import java.util.List;

/** Turns arrays into arrays of another type. */
final class Conversion {

  private Conversion() {}

  static NDArray convert(NDArray array, DType type) {
    DType from = array.dtype();
    if (from.equals(type)) {
      return array;
    }
    if (from.kind() == type.kind()
        && from.itemSize() == type.itemSize()
        && from.unit().equals(type.unit())
        && from.isBigEndian() != type.isBigEndian()) {
      return swap(array, type);
    }
    if (from.isTime() && from.kind() == type.kind() && !type.unit().isEmpty()) {
      return TimeMath.convert(array, type);
    }
    if (type.kind() == Kind.TEXT || type.kind() == Kind.BYTES) {
      return texts(array, type);
    }
    if (from.kind() == Kind.COMPLEX && type.kind() == Kind.COMPLEX) {
      return complex(array, type);
    }
    boolean numbers = isNumber(from) && isNumber(type);
    boolean counts = (from.isTime() && isInteger(type)) || (isInteger(from) && type.isTime());
    boolean complex = from.isReal() && type.kind() == Kind.COMPLEX;
    if (!numbers && !counts && !complex) {
      throw new DataException(
          "Items of type " + from + " cannot be turned into " + type + ".", hint(from, type));
    }
    return Elementwise.convert(array, type);
  }

  private static String hint(DType from, DType type) {
    if (from.kind() == Kind.COMPLEX) {
      return "Take real() or imag().";
    } else if (from.kind() == Kind.STRUCT) {
      return "Take a field first.";
    }
    boolean counts =
        (from.isTime() && (type.isReal() || type.isTime())) || (from.isReal() && type.isTime());
    return counts
        ? "Take the counts: astype(\"int64\").astype(\"" + type + "\")."
        : "Convert them one by one.";
  }

  private static boolean isNumber(DType type) {
    return type.isReal();
  }

  private static boolean isInteger(DType type) {
    return type.isWhole() && type.kind() != Kind.BOOL;
  }

  /** Both halves of each number as the other type. */
  private static NDArray complex(NDArray array, DType type) {
    NDArray halves = new Gather(Fields.halves(array).astype(Fields.half(type))).dense();
    Bytes bytes = ((Bytes) halves.memory()).as(type);
    return new NDArray(type, bytes, Layout.dense(array.shape(), bytes.unit()));
  }

  private static NDArray swap(NDArray array, DType type) {
    int width = switch (type.kind()) {
      case TEXT -> 4;
      case COMPLEX -> type.itemSize() / 2;
      default -> type.itemSize();
    };
    byte[] block = new byte[type.itemSize()];
    Bytes copy = Bytes.allocate(type, array.size());
    long[] at = {0};
    Walk walk = Walk.inOrder(array.layout());
    walk.forEach((from, count) -> {
      for (int i = 0; i < count; i++) {
        array.memory().bytes(from[0] + i * walk.step(0), copy.unit(), block, 1);
        reverse(block, width);
        copy.put(at[0], copy.unit(), block, 1);
        at[0] += copy.unit();
      }
    });
    return new NDArray(type, copy, Layout.dense(array.shape(), copy.unit()));
  }

  private static void reverse(byte[] block, int width) {
    for (int start = 0; start < block.length; start += width) {
      for (int i = start, j = start + width - 1; i < j; i++, j--) {
        byte swapped = block[i];
        block[i] = block[j];
        block[j] = swapped;
      }
    }
  }

  private static NDArray texts(NDArray array, DType type) {
    Bytes copy = Bytes.allocate(type, array.size());
    long[] at = {0};
    Walk walk = Walk.inOrder(array.layout());
    walk.forEach((from, count) -> {
      for (int i = 0; i < count; i++) {
        copy.put(at[0], array.memory().textAt(from[0] + i * walk.step(0)));
        at[0] += copy.unit();
      }
    });
    return new NDArray(type, copy, Layout.dense(array.shape(), copy.unit()));
  }

  /** A type that holds the items of all arrays. */
  static DType common(List<NDArray> arrays) {
    return arrays.stream().map(NDArray::dtype).reduce(Conversion::common).orElseThrow();
  }

  private static DType common(DType a, DType b) {
    if (a.equals(b)) {
      return a;
    }
    if (a.kind() == b.kind() && a.unit().equals(b.unit()) && a.kind() != Kind.STRUCT) {
      DType wider = a.itemSize() >= b.itemSize() ? a : b;
      return wider.isBigEndian() ? DType.of(DTypeNames.code(wider).replace('>', '<')) : wider;
    }
    if (a.isTime() && a.kind() == b.kind()) {
      return DType.of(a.kind().word + "[" + TimeMath.commonUnit(a, b) + "]");
    }
    if (a.isWhole() && b.isWhole()) {
      return DType.INT64;
    }
    if (a.isReal() && b.isReal()) {
      return DType.FLOAT64;
    }
    throw new DataException(
        "Items of type " + a + " and " + b + " do not go into one array.",
        "Use astype on one of them first.");
  }
}
