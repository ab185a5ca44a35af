/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf.internal;

/**
 * The character classes of ALF names.
 *
 * <p>A word character is a letter or a number of any script, or the underscore. Java's own {@code \w} is either ASCII
 * only or also takes combining marks and other connectors, so neither would read the names that exist in the field.
 */
public final class Chars {
  private static final int WORD = 1;
  private static final int LABEL = 2;
  private static final int ALNUM = 4;
  private static final int LOWER = 8;
  private static final byte[] ASCII = new byte[128];

  static {
    for (int c = 0; c < ASCII.length; c++) {
      boolean lower = c >= 'a' && c <= 'z';
      boolean alnum = lower || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      boolean word = alnum || c == '_';
      boolean label = word || c == '.' || c == '-';
      ASCII[c] = (byte)
          ((word ? WORD : 0) | (label ? LABEL : 0) | (alnum ? ALNUM : 0) | (lower ? LOWER : 0));
    }
  }

  private Chars() {}

  /** Where the run of word characters that starts at {@code from} ends. */
  public static int wordEnd(String text, int from) {
    return end(text, from, WORD);
  }

  /** Where the run of word characters, dots and dashes that starts at {@code from} ends. */
  public static int labelEnd(String text, int from) {
    return end(text, from, LABEL);
  }

  /** Where the run of ASCII letters and digits that starts at {@code from} ends. */
  public static int alnumEnd(String text, int from) {
    return end(text, from, ALNUM);
  }

  /** Where the run of ASCII lower-case letters that starts at {@code from} ends. */
  public static int lowerEnd(String text, int from) {
    return end(text, from, LOWER);
  }

  /** Whether all of {@code text} is one or more word characters. */
  public static boolean isWord(String text) {
    return !text.isEmpty() && wordEnd(text, 0) == text.length();
  }

  /** Whether all of {@code text} is one or more word characters, dots and dashes. */
  public static boolean isLabel(String text) {
    return !text.isEmpty() && labelEnd(text, 0) == text.length();
  }

  /** Whether {@code text} can name one folder: a label that does not climb or stand still. */
  public static boolean isFolder(String text) {
    return isLabel(text) && !isDots(text, 0, text.length());
  }

  /** Whether the range is {@code .} or {@code ..}, the two labels that name no folder of their own. */
  static boolean isDots(String text, int from, int to) {
    return text.charAt(from) == '.'
        && (to - from == 1 || (to - from == 2 && text.charAt(from + 1) == '.'));
  }

  /** Whether {@code text} is {@code from} to {@code to} ASCII digits. */
  public static boolean isDigits(String text, int from, int to) {
    int n = text.length();
    if (n < from || n > to) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int end(String text, int from, int kind) {
    int i = from;
    int n = text.length();
    while (i < n) {
      char c = text.charAt(i);
      if (c < ASCII.length) {
        if ((ASCII[c] & kind) == 0) {
          return i;
        }
        i++;
      } else {
        int point = text.codePointAt(i);
        if (kind > LABEL || !isWordBeyondAscii(point)) {
          return i;
        }
        i += Character.charCount(point);
      }
    }
    return i;
  }

  private static boolean isWordBeyondAscii(int point) {
    if (Character.isLetterOrDigit(point)) {
      return true;
    }
    int type = Character.getType(point);
    return type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
  }
}
