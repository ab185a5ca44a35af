/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal;

import io.alfheim.console.internal.render.Style;
import java.nio.charset.Charset;

/** Which style the surroundings allow. */
final class Styles {
  private Styles() {}

  /** Colours on a terminal, unless the user wants none; what the character set can write. */
  static Style of(boolean terminal) {
    String none = System.getenv("NO_COLOR");
    boolean unicode = Charset.defaultCharset().newEncoder().canEncode('…');
    return new Style(terminal && (none == null || none.isEmpty()), unicode);
  }
}
