/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import org.jline.utils.WCWidth;

/** Texts measured in columns of a terminal, as some characters fill two and some none. */
final class Columns {
  private Columns() {}

  static int of(String text) {
    return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
  }

  static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - of(text))) + text;
  }

  /** At most so many columns, with a mark where something was cut off. */
  static String clip(String text, int width, String mark) {
    if (of(text) <= width) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int room = Math.max(0, width - of(mark));
    for (int c : text.codePoints().toArray()) {
      room -= Math.max(0, WCWidth.wcwidth(c));
      if (room < 0) {
        break;
      }
      kept.appendCodePoint(c);
    }
    return kept.append(mark).toString();
  }

  /** Lines that are broken between words, as far as that makes them fit. */
  static String wrap(String text, int width) {
    StringBuilder wrapped = new StringBuilder();
    int column = 0;
    for (String word : text.split(" ", -1)) {
      int length = of(word);
      boolean breaks = column > 0 && column + 1 + length > width;
      wrapped.append(wrapped.isEmpty() ? "" : breaks ? "\n" : " ").append(word);
      column = breaks || column == 0 ? length : column + 1 + length;
    }
    return wrapped.toString();
  }
}
