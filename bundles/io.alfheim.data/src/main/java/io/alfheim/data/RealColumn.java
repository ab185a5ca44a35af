/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.BitSet;

/** Floating-point numbers of four or eight bytes. */
final class RealColumn extends Column {

  RealColumn(String name, ColumnType type, int size, Cells cells, BitSet missing) {
    super(name, type, size, cells, missing);
  }

  @Override
  public double getDouble(int row) {
    return isNull(row) ? Double.NaN : cells().real(row);
  }

  @Override
  public NDArray array() {
    return nullCount() > 0
        ? NDArray.of(toDoubleArray())
        : shared(DType.of(type().toString()));
  }

  @Override
  int compare(int row, int other) {
    return Double.compare(cells().real(row), cells().real(other));
  }

  @Override
  Object value(int row) {
    double value = cells().real(row);
    return type() == ColumnType.FLOAT32 ? (Object) (float) value : (Object) value;
  }

  @Override
  Column with(String newName, int newSize, Cells newCells, BitSet newMissing) {
    return new RealColumn(newName, type(), newSize, newCells, newMissing);
  }
}
