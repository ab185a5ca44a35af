/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.internal;

import io.alfheim.data.Data;
import io.alfheim.data.NDArray;

/** As ONE does, gives an array of one column as a series of values. */
public final class SingleColumn {
  private SingleColumn() {}

  /** An array of shape (n, 1) with shape (n); anything else as it is. */
  public static Data flat(Data data) {
    return data instanceof NDArray array && array.rank() == 2 && array.shape(1) == 1
        ? array.column(0)
        : data;
  }
}
