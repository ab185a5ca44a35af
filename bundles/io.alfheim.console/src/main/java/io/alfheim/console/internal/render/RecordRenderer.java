/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import io.alfheim.console.RenderContext;
import io.alfheim.console.ValueRenderer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record that has no text of its own: its components, one in a line. */
final class RecordRenderer implements ValueRenderer {
  private final Style style;

  RecordRenderer(Style style) {
    this.style = style;
  }

  @Override
  public Optional<String> render(Object value, RenderContext context) {
    if (!(value instanceof Record record) || RecordFields.speaksForItself(record)) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    List<String> names = RecordFields.names(value.getClass());
    List<@Nullable Object> values = RecordFields.values(value);
    for (int i = 0; i < names.size(); i++) {
      fields.put(names.get(i), values.get(i));
    }
    String head = style.bold(value.getClass().getSimpleName());
    return Optional.of(
        fields.isEmpty() ? head : head + "\n" + Entries.lines(fields, context, style));
  }
}
