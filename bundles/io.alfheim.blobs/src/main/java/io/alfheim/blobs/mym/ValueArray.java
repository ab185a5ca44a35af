/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.mym;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An array of values of any kind: numpy's object array. An array of texts comes back as one.
 *
 * @param shape the length of each axis
 * @param items in column-major order: the first index runs fastest
 */
public record ValueArray(List<Long> shape, List<@Nullable Object> items) {

  /**
   * Copies the lists.
   *
   * @throws MymException if there are more or fewer items than the shape has places
   */
  public ValueArray {
    shape = List.copyOf(shape);
    items = Collections.unmodifiableList(new ArrayList<>(items));
    Shape.require(shape, items.size());
  }

  /** Along one axis. */
  public static ValueArray of(List<? extends @Nullable Object> items) {
    return new ValueArray(List.of((long) items.size()), new ArrayList<>(items));
  }
}
