/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.BitSet;

/** True and false, one byte each. */
final class BooleanColumn extends Column {

  BooleanColumn(String name, int size, Cells cells, BitSet missing) {
    super(name, ColumnType.BOOLEAN, size, cells, missing);
  }

  @Override
  public boolean getBoolean(int row) {
    return cells().get(present(row)) != 0;
  }

  @Override
  public double getDouble(int row) {
    return isNull(row) ? Double.NaN : cells().get(row);
  }

  @Override
  public long getLong(int row) {
    return cells().get(present(row));
  }

  @Override
  public NDArray array() {
    requireAll();
    return shared(DType.BOOL);
  }

  @Override
  int compare(int row, int other) {
    return Long.compare(cells().get(row), cells().get(other));
  }

  @Override
  Object value(int row) {
    return cells().get(row) != 0;
  }

  @Override
  Column with(String newName, int newSize, Cells newCells, BitSet newMissing) {
    return new BooleanColumn(newName, newSize, newCells, newMissing);
  }
}
