/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import io.alfheim.console.internal.render.Style;
import java.io.PrintWriter;
import org.osgi.framework.Version;

/** What a person sees first: what this is, what is open, what to try, where help is, how to leave. */
public final class FirstScreen {
  private FirstScreen() {}

  /** Shows it. */
  public static void show(PrintWriter out, Style style, Version version) {
    out.printf(
        "%s %d.%d.%d %s%n",
        style.bold("Alfheim"),
        version.getMajor(),
        version.getMinor(),
        version.getMicro(),
        style.dim("a home for lab data, on Java " + Runtime.version().feature()));
    out.println("Help     help()   TAB completes, name? explains, /help lists commands");
    out.println("Leave    Ctrl-D or /exit");
    out.flush();
  }
}
