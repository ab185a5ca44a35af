/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

/** Texts as Python writes them in source. */
final class PythonText {

  private PythonText() {}

  /** In single quotes, or in double quotes where that spares an escape. */
  static String quote(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder out = new StringBuilder().append(quote);
    text.codePoints().forEach(point -> append(out, point, quote, false));
    return out.append(quote).toString();
  }

  /** As {@link #quote}, each character a byte. */
  static String quoteBytes(String latin) {
    char quote = latin.indexOf('\'') >= 0 && latin.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder out = new StringBuilder("b").append(quote);
    latin.codePoints().forEach(point -> append(out, point, quote, true));
    return out.append(quote).toString();
  }

  private static void append(StringBuilder out, int point, char quote, boolean ascii) {
    switch (point) {
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (point == quote) {
          out.append('\\').append(quote);
        } else if (point < 0x20 || point == 0x7f || (ascii && point > 0x7f)) {
          out.append(String.format("\\x%02x", point));
        } else if (Character.getType(point) == Character.SURROGATE) {
          out.append(String.format("\\u%04x", point));
        } else if (Character.isISOControl(point)) {
          out.append(String.format("\\x%02x", point));
        } else {
          out.appendCodePoint(point);
        }
      }
    }
  }
}
