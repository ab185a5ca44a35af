/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import java.util.HexFormat;

/**
 * Percent-encoding of the few characters that a column, a list or a folder name cannot hold. Only
 * ASCII is ever encoded, so other scripts stay readable.
 */
final class Escape {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Escape() {}

  /** A column of a line. */
  static String column(String text) {
    return encode(text, "");
  }

  /** An item of a list that is joined by commas. */
  static String item(String text) {
    return encode(text, ",");
  }

  /** A name in a Git tree, where {@code /} separates and names with a leading dot are special. */
  static String name(String text) {
    String encoded = encode(text, "/\\");
    return encoded.startsWith(".") ? "%2E" + encoded.substring(1) : encoded;
  }

  /**
   * The text that was encoded.
   *
   * @throws IllegalArgumentException if none of the above encodes to this
   */
  static String decode(String encoded) {
    int clean = clean(encoded, "");
    if (clean == encoded.length()) {
      return encoded;
    }
    StringBuilder text = new StringBuilder(encoded.length()).append(encoded, 0, clean);
    for (int i = clean; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '%') {
        text.append(decode(encoded, i));
        i += 2;
      } else if (isPlain(encoded, i, "")) {
        text.append(c);
      } else {
        throw new IllegalArgumentException("character " + (int) c + " is not percent-encoded");
      }
    }
    return text.toString();
  }

  private static char decode(String encoded, int percent) {
    boolean hex = percent + 2 < encoded.length()
        && HexFormat.isHexDigit(encoded.charAt(percent + 1))
        && HexFormat.isHexDigit(encoded.charAt(percent + 2));
    int value = hex ? HexFormat.fromHexDigits(encoded, percent + 1, percent + 3) : -1;
    if (value < 0 || value > 0x7f) {
      throw new IllegalArgumentException("'%' is not followed by two digits 00 to 7F");
    }
    return (char) value;
  }

  private static String encode(String text, String also) {
    int clean = clean(text, also);
    if (clean == text.length()) {
      return text;
    }
    StringBuilder encoded = new StringBuilder(text.length() + 8).append(text, 0, clean);
    for (int i = clean; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isPlain(text, i, also)) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX.toHexDigits((byte) c));
      }
    }
    return encoded.toString();
  }

  /** How many characters from the start stand for themselves. */
  private static int clean(String text, String also) {
    int i = 0;
    while (i < text.length() && isPlain(text, i, also)) {
      i++;
    }
    return i;
  }

  private static boolean isPlain(String text, int at, String also) {
    char c = text.charAt(at);
    if (c < 0x7f) {
      return c >= ' ' && c != '%' && also.indexOf(c) < 0;
    }
    if (Character.isSurrogate(c)) {
      requirePair(text, at);
    }
    return c != 0x7f;
  }

  private static void requirePair(String text, int at) {
    int other = Character.isHighSurrogate(text.charAt(at)) ? at + 1 : at - 1;
    boolean paired = other >= 0
        && other < text.length()
        && Character.isSurrogatePair(
            text.charAt(Math.min(at, other)), text.charAt(Math.max(at, other)));
    if (!paired) {
      throw new IllegalArgumentException("half of a surrogate pair is no text");
    }
  }
}
