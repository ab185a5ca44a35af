/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import io.alfheim.console.internal.render.Style;
import java.util.List;
import org.osgi.framework.Version;

/** What a person sees first: what this is, what is open, what to try, where help is, how to leave. */
public final class FirstScreen {
  private final Style style;

  /** With colours or without. */
  public FirstScreen(Style style) {
    this.style = style;
  }

  /** The lines. */
  public List<String> lines(Version version, OpenCatalog open) {
    return List.of(
        "%s %d.%d.%d %s"
            .formatted(
                style.bold("Alfheim"),
                version.getMajor(),
                version.getMinor(),
                version.getMicro(),
                style.dim("a home for lab data, on Java " + Runtime.version().feature())),
        line("Open", open.description()),
        line("Try", open.suggestion()),
        line("Help", "help()   TAB completes, name? explains, /help lists commands"),
        line("Leave", "Ctrl-D or /exit"));
  }

  private String line(String title, String text) {
    return style.dim(title + " ".repeat(6 - title.length())) + text;
  }
}
