/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import io.alfheim.console.internal.engine.Trouble;
import java.util.ArrayList;
import java.util.List;

/** Exceptions: the message and the hint, or the type and the message; and where the user was. */
final class Troubles {
  private final Style style;

  Troubles(Style style) {
    this.style = style;
  }

  String text(Trouble trouble) {
    List<String> lines = new ArrayList<>();
    for (Trouble.Cause cause : trouble.causes()) {
      if (trouble.expected() && !lines.isEmpty()) {
        break;
      }
      lines.add((lines.isEmpty() ? "" : "caused by ") + headline(cause));
      cause.hint().ifPresent(hint -> lines.add(style.dim(hint)));
      cause.frames().stream().filter(this::tells).map(this::line).forEach(lines::add);
    }
    return String.join("\n", lines);
  }

  private String headline(Trouble.Cause cause) {
    String message = cause.message().orElse("");
    if (cause.hint().isPresent()) {
      return style.error(message);
    }
    return style.error(cause.type()) + (message.isEmpty() ? "" : ": " + message);
  }

  /** What was just typed is still on the screen. */
  private boolean tells(Trouble.Frame frame) {
    return !frame.position().isEmpty() || !frame.method().isEmpty();
  }

  private String line(Trouble.Frame frame) {
    String place = frame.position().isEmpty()
        ? frame.method()
        : frame.position() + (frame.method().isEmpty() ? "" : ", " + frame.method());
    return "  at " + place + ": " + style.dim(frame.source());
  }
}
