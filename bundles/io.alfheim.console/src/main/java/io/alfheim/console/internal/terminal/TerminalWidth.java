/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import java.util.function.IntSupplier;
import org.jline.terminal.Terminal;

/** How many columns the terminal has now. */
public final class TerminalWidth implements IntSupplier {
  private static final int NARROWEST = 40;
  private static final int UNKNOWN = 80;
  private final Terminal terminal;

  /** Follows a terminal. */
  public TerminalWidth(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int getAsInt() {
    int width = terminal.getWidth();
    return width <= 0 ? UNKNOWN : Math.max(NARROWEST, width);
  }
}
