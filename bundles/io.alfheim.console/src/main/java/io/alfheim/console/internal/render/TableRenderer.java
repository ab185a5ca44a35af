/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import io.alfheim.console.RenderContext;
import io.alfheim.console.ValueRenderer;
import io.alfheim.data.Table;
import java.util.Optional;

/** Tables of data, as wide as the terminal. */
final class TableRenderer implements ValueRenderer {
  private static final int ROWS = 20;

  @Override
  public Optional<String> render(Object value, RenderContext context) {
    return value instanceof Table table
        ? Optional.of(table.toString(ROWS, context.width()))
        : Optional.empty();
  }
}
