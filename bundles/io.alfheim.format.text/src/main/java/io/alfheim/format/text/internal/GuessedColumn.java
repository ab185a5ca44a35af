/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import io.alfheim.data.Column;
import io.alfheim.data.ColumnBuilder;
import io.alfheim.data.ColumnType;
import io.alfheim.format.text.internal.CellScanner.Kind;

/**
 * A column whose type follows from its cells. It holds the best type so far, so that one reading is
 * enough nearly always; when a text comes after numbers, whose spelling is no longer known, the
 * cells are dropped and the column {@link #mustBeReadAgain()}.
 */
final class GuessedColumn {
  private final String name;
  private ColumnType type = ColumnType.FLOAT64;
  private ColumnBuilder cells;
  private boolean decided;
  private boolean nan;
  private boolean clash;
  private boolean readAgain;

  GuessedColumn(String name) {
    this.name = name;
    this.cells = Column.builder(name, type);
  }

  /** Whether the cells turned out to be texts too late. */
  boolean mustBeReadAgain() {
    return clash;
  }

  /** Whether this is the second reading. */
  boolean isReadAgain() {
    return readAgain;
  }

  /** Begins anew, as a column of texts. */
  void readAgainAsText() {
    clash = false;
    readAgain = true;
    become(ColumnType.STRING, Column.builder(name, ColumnType.STRING));
  }

  void add(CellScanner cell) {
    if (clash) {
      return;
    }
    Kind kind = cell.kind();
    if (kind == Kind.MISSING || (kind == Kind.NAN && decided && isWithoutNaN())) {
      cells.addNull();
      return;
    }
    if (kind == Kind.NAN && !decided) {
      nan = true;
    } else {
      fit(kind);
    }
    if (!clash) {
      put(cell);
    }
  }

  private boolean isWithoutNaN() {
    return type == ColumnType.STRING || type == ColumnType.BOOLEAN;
  }

  /** Changes the type so that a cell of this kind can be added. */
  private void fit(Kind kind) {
    if (type == ColumnType.STRING) {
      return;
    }
    ColumnType wanted = switch (kind) {
      case BOOLEAN -> ColumnType.BOOLEAN;
      case WHOLE -> nan ? ColumnType.FLOAT64 : ColumnType.INT64;
      case TEXT -> ColumnType.STRING;
      default -> ColumnType.FLOAT64;
    };
    if (!decided) {
      int before = cells.size();
      if (wanted != type) {
        become(wanted, Column.builder(name, wanted));
        for (int i = 0; i < before; i++) {
          cells.addNull();
        }
      }
      decided = true;
    } else if (type == ColumnType.INT64 && wanted == ColumnType.FLOAT64) {
      widen();
    } else if (wanted != type && !(type == ColumnType.FLOAT64 && wanted == ColumnType.INT64)) {
      clash = true;
      cells = Column.builder(name, ColumnType.STRING);
    }
  }

  private void widen() {
    Column whole = cells.build();
    become(ColumnType.FLOAT64, Column.builder(name, ColumnType.FLOAT64));
    for (int i = 0; i < whole.size(); i++) {
      if (whole.isNull(i)) {
        cells.addNull();
      } else {
        cells.add(whole.getDouble(i));
      }
    }
  }

  private void become(ColumnType newType, ColumnBuilder newCells) {
    type = newType;
    cells = newCells;
    decided = true;
  }

  private void put(CellScanner cell) {
    switch (type) {
      case BOOLEAN -> cells.add(cell.flag());
      case INT64 -> cells.add(cell.whole());
      case FLOAT64 -> cells.add(cell.real());
      default -> cells.add(cell.text());
    }
  }

  Column build() {
    return cells.build();
  }
}
