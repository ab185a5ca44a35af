/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Opens the terminal of the process. */
public final class SystemTerminal {
  private SystemTerminal() {}

  /** The terminal; a dumb one if there is no other. */
  public static Terminal open() throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // JLine finds its providers through the context class loader; without them it goes dumb.
    thread.setContextClassLoader(Terminal.class.getClassLoader());
    try {
      return TerminalBuilder.builder().system(true).dumb(true).build();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
