/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import static java.util.Map.entry;

import java.util.Map;

/** Looks at one cell without a type and says what it could be. Used by one thread. */
final class CellScanner {

  /** What a cell looks like. */
  enum Kind {
    /** Nothing, or a word for it. */
    MISSING,
    /** A word for not-a-number. */
    NAN,
    BOOLEAN,
    /** A whole number of 64 bits. */
    WHOLE,
    /** A number with a point, an exponent, or without end. */
    REAL,
    TEXT
  }

  private static final int LONGEST_WORD = 9;
  private static final Map<String, Kind> WORDS = Map.ofEntries(
      entry("", Kind.MISSING),
      entry("#N/A", Kind.MISSING),
      entry("#N/A N/A", Kind.MISSING),
      entry("#NA", Kind.MISSING),
      entry("<NA>", Kind.MISSING),
      entry("N/A", Kind.MISSING),
      entry("n/a", Kind.MISSING),
      entry("NA", Kind.MISSING),
      entry("NULL", Kind.MISSING),
      entry("null", Kind.MISSING),
      entry("None", Kind.MISSING),
      entry("NaN", Kind.NAN),
      entry("nan", Kind.NAN),
      entry("-NaN", Kind.NAN),
      entry("-nan", Kind.NAN),
      entry("1.#IND", Kind.NAN),
      entry("-1.#IND", Kind.NAN),
      entry("1.#QNAN", Kind.NAN),
      entry("-1.#QNAN", Kind.NAN),
      entry("True", Kind.BOOLEAN),
      entry("TRUE", Kind.BOOLEAN),
      entry("true", Kind.BOOLEAN),
      entry("False", Kind.BOOLEAN),
      entry("FALSE", Kind.BOOLEAN),
      entry("false", Kind.BOOLEAN));

  private Kind kind = Kind.MISSING;
  private String text = "";
  private long whole;
  private double real;

  /** Takes up the next cell. */
  Kind scan(char[] buffer, int offset, int length) {
    return scan(new String(buffer, offset, length));
  }

  /** Takes up the next cell. */
  Kind scan(String cell) {
    text = cell;
    kind = Kind.TEXT;
    if (cell.length() <= LONGEST_WORD) {
      kind = WORDS.getOrDefault(cell, Kind.TEXT);
    }
    if (kind == Kind.TEXT) {
      scanNumber(cell.strip());
    }
    return kind;
  }

  /** Takes up the next cell as a text, whatever it looks like. */
  Kind scanText(char[] buffer, int offset, int length) {
    text = new String(buffer, offset, length);
    kind = Kind.TEXT;
    return kind;
  }

  private void scanNumber(String number) {
    int start = number.startsWith("-") || number.startsWith("+") ? 1 : 0;
    int at = digits(number, start);
    int digits = at - start;
    if (at == number.length()) {
      parseWhole(number, digits);
      return;
    }
    if (number.charAt(at) == '.') {
      int fraction = digits(number, at + 1);
      digits += fraction - at - 1;
      at = fraction;
    }
    if (digits > 0 && (at == number.length() || at == exponentStart(number, at))) {
      kind = Kind.REAL;
      real = Double.parseDouble(number);
    } else if (digits == 0) {
      parseInfinity(number, start);
    }
  }

  /** The position after the digits that begin here. */
  private static int digits(String number, int from) {
    int at = from;
    while (at < number.length() && number.charAt(at) >= '0' && number.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  /** Gives back {@code at} if an exponent begins there and ends the number, else -1. */
  private static int exponentStart(String number, int at) {
    int digit = at + 1;
    if (number.charAt(at) != 'e' && number.charAt(at) != 'E') {
      return -1;
    }
    if (digit < number.length() && (number.charAt(digit) == '-' || number.charAt(digit) == '+')) {
      digit++;
    }
    return digit < number.length() && digits(number, digit) == number.length() ? at : -1;
  }

  private void parseWhole(String number, int digits) {
    if (digits == 0) {
      return;
    }
    try {
      whole = Long.parseLong(number);
      kind = Kind.WHOLE;
    } catch (NumberFormatException tooLarge) {
      kind = Kind.TEXT;
    }
  }

  private void parseInfinity(String number, int start) {
    String word = number.substring(start);
    if (word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("infinity")) {
      kind = Kind.REAL;
      real = number.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
  }

  Kind kind() {
    return kind;
  }

  String text() {
    return text;
  }

  boolean flag() {
    return text.equalsIgnoreCase("true");
  }

  long whole() {
    return whole;
  }

  /** The number, whole or not, or NaN. */
  double real() {
    return switch (kind) {
      case WHOLE -> whole;
      case NAN -> Double.NaN;
      default -> real;
    };
  }
}
