/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.snippet;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Hands live objects to snippets, which are source text and can name but not hold them. */
public final class Bindings {
  private static final Map<String, Object> WAITING = new ConcurrentHashMap<>();

  private Bindings() {}

  /** Leaves a value to be fetched once. */
  public static void leave(String key, Object value) {
    WAITING.put(key, value);
  }

  /** Fetches a value and forgets it; null if there is none. */
  public static @Nullable Object fetch(String key) {
    return WAITING.remove(key);
  }
}
