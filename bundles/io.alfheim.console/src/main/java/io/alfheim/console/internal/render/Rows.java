/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How many items of a collection are shown, and whether they are of one kind. */
final class Rows {
  /** The longest that is shown whole. */
  static final int WHOLE = 20;

  private static final int FIRST = 10;

  private Rows() {}

  /** All of a short collection, the beginning of a long one. */
  static <T> List<T> first(Collection<T> all) {
    return all.stream().limit(shown(all.size())).toList();
  }

  /** How many of so many items are shown. */
  static int shown(int size) {
    return size > WHOLE ? FIRST : size;
  }

  /** The value, if it is a collection whose first items are all of a type; never an empty one. */
  @SuppressWarnings("unchecked") // looked at as far as it is shown
  static <T> Optional<Collection<T>> of(Object value, Class<T> type) {
    return value instanceof Collection<?> all
            && !all.isEmpty()
            && first(all).stream().allMatch(type::isInstance)
        ? Optional.of((Collection<T>) all)
        : Optional.empty();
  }
}
