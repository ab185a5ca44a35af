/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.mym;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Python's tuple, which is not its list.
 *
 * @param items any values, null among them
 */
public record Tuple(List<@Nullable Object> items) {

  /** Copies the list. */
  public Tuple {
    items = Collections.unmodifiableList(new ArrayList<>(items));
  }

  /** {@code Tuple.of(1, "two")}. */
  public static Tuple of(@Nullable Object... items) {
    return new Tuple(Arrays.asList(items));
  }
}
