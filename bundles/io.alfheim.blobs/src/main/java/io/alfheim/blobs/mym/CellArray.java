/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.mym;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * MATLAB's cell array.
 *
 * @param shape the length of each axis
 * @param items in column-major order: the first index runs fastest
 */
public record CellArray(List<Long> shape, List<@Nullable Object> items) {

  /**
   * Copies the lists.
   *
   * @throws MymException if there are more or fewer items than the shape has places
   */
  public CellArray {
    shape = List.copyOf(shape);
    items = Collections.unmodifiableList(new ArrayList<>(items));
    Shape.require(shape, items.size());
  }

  /** Along one axis. */
  public static CellArray of(List<? extends @Nullable Object> items) {
    return new CellArray(List.of((long) items.size()), new ArrayList<>(items));
  }
}
