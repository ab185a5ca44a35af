/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.mym;

import java.util.List;

/** Checks that items fill a shape. */
final class Shape {
  private Shape() {}

  static void require(List<Long> shape, int items) {
    long wanted = 1;
    for (long length : shape) {
      wanted = length < 0 ? -1 : Math.multiplyExact(wanted, length);
    }
    if (wanted != items) {
      throw new MymException(
          items + " items do not fill the shape " + shape + ".", "Give one for each place.");
    }
  }
}
