/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import io.alfheim.console.internal.engine.Trouble;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Exceptions: the message and the hint, or the type and the message; and where the user was. */
final class Troubles {
  private static final int MOST_PLACES = 8;
  private final Style style;
  private final int width;

  Troubles(Style style, int width) {
    this.style = style;
    this.width = width;
  }

  String text(Trouble trouble) {
    List<String> lines = new ArrayList<>();
    for (Trouble.Cause cause : trouble.causes()) {
      if (trouble.expected() && !lines.isEmpty()) {
        break;
      }
      lines.add(Columns.wrap((lines.isEmpty() ? "" : "caused by ") + headline(cause), width));
      cause.hint().ifPresent(hint -> lines.add(Columns.wrap(style.dim(hint), width)));
      lines.addAll(places(cause.frames()));
    }
    return String.join("\n", lines);
  }

  /** Calls that repeat themselves are told once, and of many the innermost. */
  private List<String> places(List<Trouble.Frame> frames) {
    Map<Trouble.Frame, Integer> counts = new LinkedHashMap<>();
    frames.stream().filter(this::tells).forEach(frame -> counts.merge(frame, 1, Integer::sum));
    List<String> lines = new ArrayList<>();
    counts.entrySet().stream()
        .limit(MOST_PLACES)
        .map(place -> line(place.getKey()) + times(place.getValue()))
        .forEach(lines::add);
    if (counts.size() > MOST_PLACES) {
      lines.add(style.dim("  and " + (counts.size() - MOST_PLACES) + " places more; see /trace"));
    }
    return lines;
  }

  private String times(int count) {
    return count == 1 ? "" : style.dim("  (" + Numbers.count(count) + " times)");
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
