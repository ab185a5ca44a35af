/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.mym;

import io.alfheim.data.NDArray;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An array of records, field by field: numpy's record array. A structured {@link NDArray} packs into
 * the same bytes, and comes back as this.
 *
 * @param fields by name, in order: each an {@link NDArray}, a {@link ValueArray} or another of these
 */
public record RecordArray(Map<String, Object> fields) {

  /** Copies the map. */
  public RecordArray {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /**
   * One field.
   *
   * @throws MymException if there is no such field, or it is not of numbers
   */
  public NDArray array(String field) {
    if (fields.get(field) instanceof NDArray array) {
      return array;
    }
    throw new MymException(
        "No array '" + field + "' in these records.",
        "Fields: " + String.join(", ", fields.keySet()) + ".");
  }
}
