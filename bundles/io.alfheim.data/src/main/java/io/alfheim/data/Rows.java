/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** How many rows each attribute of an object has; time stamps stored as pairs do not count. */
record Rows(Map<String, Long> byAttribute) {

  static Rows of(Map<String, ? extends Data> attributes) {
    Map<String, Long> rows = new LinkedHashMap<>();
    attributes.forEach((key, data) -> {
      if (data instanceof NDArray a && a.rank() > 0 && !Timestamps.arePairs(key, data)) {
        rows.put(key, a.shape(0));
      } else if (data instanceof Table t) {
        rows.put(key, (long) t.rows());
      }
    });
    return new Rows(rows);
  }

  OptionalLong count() {
    return byAttribute.values().stream().mapToLong(Long::longValue).max();
  }

  List<String> warnings(String object) {
    long all = count().orElse(0);
    // A single row is the same for all the others.
    if (byAttribute.values().stream().allMatch(rows -> rows == all || rows == 1)) {
      return List.of();
    }
    String each = byAttribute.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", "));
    return List.of("The attributes of '" + object + "' differ in rows: " + each + ".");
  }
}
