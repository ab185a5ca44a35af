/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import io.alfheim.console.RenderContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names and values, one pair in a line. */
final class Entries {
  private static final int WIDEST_NAME = 30;

  private Entries() {}

  static String lines(
      Map<?, ? extends @Nullable Object> entries, RenderContext context, Style style) {
    int width = entries.keySet().stream()
        .mapToInt(key -> Columns.of(Brief.textOf(key)))
        .max()
        .orElse(0);
    int names = Math.min(WIDEST_NAME, width);
    List<String> lines = new ArrayList<>();
    entries.forEach((key, value) -> {
      String name = Columns.clip(Brief.textOf(key), names, style.ellipsis());
      String text =
          Columns.clip(context.brief(value), context.width() - names - 4, style.ellipsis());
      lines.add("  " + style.dim(Columns.left(name, names)) + "  " + text);
    });
    return String.join("\n", lines);
  }
}
