/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf.internal;

/** Text of others inside our one-line messages: quoted, printable, not endless. */
public final class Quoted {
  private static final int LONGEST = 200;

  private Quoted() {}

  /** The text between single quotes, control characters written as {@code \}{@code u000a}. */
  public static String text(String text) {
    StringBuilder out = new StringBuilder("'");
    text.codePoints().limit(LONGEST).forEach(point -> append(out, point));
    if (text.codePointCount(0, text.length()) > LONGEST) {
      out.append('…');
    }
    return out.append('\'').toString();
  }

  /** The character that starts at {@code index}, quoted. */
  public static String characterAt(String text, int index) {
    return text(Character.toString(text.codePointAt(index)));
  }

  private static void append(StringBuilder out, int point) {
    int type = Character.getType(point);
    if (Character.isISOControl(point) || type == Character.FORMAT || type == Character.SURROGATE) {
      out.append(String.format("\\u%04x", point));
    } else {
      out.appendCodePoint(point);
    }
  }
}
