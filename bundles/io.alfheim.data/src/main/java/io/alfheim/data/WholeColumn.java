/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.math.BigInteger;
import java.util.BitSet;

/** Whole numbers, signed or not, each in as many bytes as its type says. */
final class WholeColumn extends Column {
  private final long mask;

  WholeColumn(String name, ColumnType type, int size, Cells cells, BitSet missing) {
    super(name, type, size, cells, missing);
    mask = type.isUnsigned() && type.width() < 8 ? (1L << (8 * type.width())) - 1 : -1L;
  }

  /** The number; from 2^63 on it shows as a negative one. */
  private long bits(int row) {
    return cells().get(row) & mask;
  }

  private boolean isHuge(long bits) {
    return bits < 0 && type() == ColumnType.UINT64;
  }

  @Override
  public double getDouble(int row) {
    if (isNull(row)) {
      return Double.NaN;
    }
    long bits = bits(row);
    return isHuge(bits) ? big(bits).doubleValue() : bits;
  }

  @Override
  public long getLong(int row) {
    long bits = bits(present(row));
    if (isHuge(bits)) {
      throw new DataException(
          "Row " + row + " of column '" + name() + "' is too large for a long: " + big(bits) + ".",
          "Ask for get(row), a BigInteger, or getDouble(row).");
    }
    return bits;
  }

  private static BigInteger big(long bits) {
    return new BigInteger(Long.toUnsignedString(bits));
  }

  @Override
  public NDArray array() {
    return nullCount() > 0
        ? NDArray.of(toDoubleArray())
        : shared(DType.of(type().toString()));
  }

  @Override
  int compare(int row, int other) {
    return type() == ColumnType.UINT64
        ? Long.compareUnsigned(bits(row), bits(other))
        : Long.compare(bits(row), bits(other));
  }

  @Override
  Object value(int row) {
    long bits = bits(row);
    return isHuge(bits) ? big(bits) : (Object) bits;
  }

  @Override
  Column with(String newName, int newSize, Cells newCells, BitSet newMissing) {
    return new WholeColumn(newName, type(), newSize, newCells, newMissing);
  }
}
