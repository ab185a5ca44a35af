/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.mym;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * MATLAB's array of structures: every item has the same fields.
 *
 * @param shape the length of each axis; a single structure is 1 by 1
 * @param fields their names
 * @param items in column-major order, each with a value for each field
 */
public record StructArray(
    List<Long> shape, List<String> fields, List<List<@Nullable Object>> items) {

  /**
   * Copies the lists.
   *
   * @throws MymException if an item has more or fewer values than there are fields
   */
  public StructArray {
    shape = List.copyOf(shape);
    fields = List.copyOf(fields);
    List<List<@Nullable Object>> copies = new ArrayList<>();
    for (List<@Nullable Object> item : items) {
      copies.add(Collections.unmodifiableList(new ArrayList<>(item)));
      Shape.require(List.of((long) fields.size()), item.size());
    }
    items = Collections.unmodifiableList(copies);
    if (!fields.isEmpty()) {
      Shape.require(shape, items.size());
    }
  }

  /**
   * One field of one item.
   *
   * @param item its number in column-major order
   * @throws MymException if there is no such field
   */
  public @Nullable Object get(int item, String field) {
    int at = fields.indexOf(field);
    if (at < 0) {
      throw new MymException(
          "No field '" + field + "' in this structure.",
          "Fields: " + String.join(", ", fields) + ".");
    }
    return items.get(item).get(at);
  }
}
