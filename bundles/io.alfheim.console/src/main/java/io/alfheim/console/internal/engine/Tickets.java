/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.engine;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values kept under texts that stand for them. */
final class Tickets {
  private final Map<String, @Nullable Object> values = new HashMap<>();

  synchronized String issue(@Nullable Object value) {
    String ticket = "#" + values.size();
    values.put(ticket, value);
    return ticket;
  }

  synchronized @Nullable Object redeem(@Nullable String ticket) {
    return values.get(ticket);
  }

  synchronized void clear() {
    values.clear();
  }
}
