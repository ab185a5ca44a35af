/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console;

import java.util.Optional;

/**
 * Shows values of some types at the console; a service. Of several that know a value the one with
 * the highest service ranking wins, and any of them wins over the console's own.
 */
@FunctionalInterface
public interface ValueRenderer {

  /**
   * The value as text, of one or more lines without a line break at the end.
   *
   * @return empty if this renderer does not know values of that type
   */
  Optional<String> render(Object value, RenderContext context);
}
