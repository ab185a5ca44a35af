/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import io.alfheim.console.RenderContext;
import io.alfheim.console.ValueRenderer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Maps: the first entries, one in a line. */
final class MapRenderer implements ValueRenderer {
  private static final int FIRST = 20;
  private final Style style;

  MapRenderer(Style style) {
    this.style = style;
  }

  @Override
  public Optional<String> render(Object value, RenderContext context) {
    if (!(value instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    if (map.isEmpty()) {
      return Optional.of("{}");
    }
    Map<@Nullable Object, @Nullable Object> first = new LinkedHashMap<>();
    map.entrySet().stream().limit(FIRST).forEach(e -> first.put(e.getKey(), e.getValue()));
    String rest = FIRST + " of " + Numbers.count(map.size());
    return Optional.of(
        Entries.lines(first, context, style) + (map.size() > FIRST ? "\n" + style.dim(rest) : ""));
  }
}
