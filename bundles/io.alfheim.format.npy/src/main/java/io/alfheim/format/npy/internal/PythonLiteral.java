/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.npy.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses a Python expression made of nothing but literals: dictionaries, tuples, lists, texts, whole
 * numbers, {@code True} and {@code False}. Nothing is ever evaluated.
 */
final class PythonLiteral {
  /** Deeper than any sane type, and far from the end of the stack. */
  private static final int MOST_LEVELS = 32;

  /** A tuple, as opposed to a list. */
  record Tuple(List<Object> items) {}

  private final String text;
  private int at;
  private int level;

  private PythonLiteral(String text) {
    this.text = text;
  }

  /** A Map, List, {@link Tuple}, String, Long or Boolean. */
  static Object parse(String text) throws MalformedException {
    PythonLiteral parser = new PythonLiteral(text);
    Object value = parser.value();
    parser.skipSpace();
    if (parser.at < text.length()) {
      throw parser.unexpected();
    }
    return value;
  }

  private Object value() throws MalformedException {
    skipSpace();
    char next = peek();
    return switch (next) {
      case '{' -> nested(this::dictionary);
      case '(' -> nested(this::tuple);
      case '[' -> nested(() -> items(']'));
      case '\'', '"' -> string();
      default -> word();
    };
  }

  /** Something in brackets. */
  private interface Part {
    Object parse() throws MalformedException;
  }

  private Object nested(Part part) throws MalformedException {
    if (++level > MOST_LEVELS) {
      throw new MalformedException("the header is nested deeper than " + MOST_LEVELS + " levels");
    }
    at++;
    Object value = part.parse();
    level--;
    return value;
  }

  private Map<String, Object> dictionary() throws MalformedException {
    Map<String, Object> entries = new LinkedHashMap<>();
    while (!ends('}')) {
      if (!(value() instanceof String key)) {
        throw new MalformedException("a key in the header is not a text");
      }
      expect(':');
      if (entries.put(key, value()) != null) {
        throw new MalformedException("the header says '" + key + "' twice");
      }
      separator('}');
    }
    return entries;
  }

  /** Python makes a tuple of a comma, not of brackets. */
  private Object tuple() throws MalformedException {
    int start = at;
    List<Object> items = items(')');
    boolean comma =
        items.size() != 1 || text.substring(start, at - 1).stripTrailing().endsWith(",");
    return comma ? new Tuple(items) : items.get(0);
  }

  private List<Object> items(char end) throws MalformedException {
    List<Object> items = new ArrayList<>();
    while (!ends(end)) {
      items.add(value());
      separator(end);
    }
    return items;
  }

  private boolean ends(char end) throws MalformedException {
    skipSpace();
    if (peek() != end) {
      return false;
    }
    at++;
    return true;
  }

  private void separator(char end) throws MalformedException {
    skipSpace();
    if (peek() != end) {
      expect(',');
    }
  }

  private void expect(char wanted) throws MalformedException {
    skipSpace();
    if (peek() != wanted) {
      throw unexpected();
    }
    at++;
  }

  private String string() throws MalformedException {
    char quote = text.charAt(at++);
    StringBuilder value = new StringBuilder();
    while (peek() != quote) {
      char next = text.charAt(at++);
      if (next == '\\') {
        value.appendCodePoint(escape());
      } else {
        value.append(next);
      }
    }
    at++;
    return value.toString();
  }

  private int escape() throws MalformedException {
    char kind = peek();
    at++;
    return switch (kind) {
      case '\\', '\'', '"' -> kind;
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'x' -> hex(2);
      case 'u' -> hex(4);
      case 'U' -> hex(8);
      default -> throw new MalformedException("the header has an unknown escape '\\" + kind + "'");
    };
  }

  private int hex(int digits) throws MalformedException {
    long value = -1;
    if (at + digits <= text.length()) {
      String code = text.substring(at, at + digits);
      value =
          code.chars().allMatch(c -> Character.digit(c, 16) >= 0) ? Long.parseLong(code, 16) : -1;
    }
    if (value < 0 || value > Character.MAX_CODE_POINT) {
      throw new MalformedException("the header has a broken escape at character " + at);
    }
    at += digits;
    return (int) value;
  }

  private Object word() throws MalformedException {
    int start = at;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    if (word.equals("u") && at < text.length() && (peek() == '\'' || peek() == '"')) {
      return string();
    }
    if (word.equals("True") || word.equals("False")) {
      return word.equals("True");
    }
    try {
      // Python 2 wrote long numbers as 12L.
      return Long.valueOf(word.endsWith("L") ? word.substring(0, word.length() - 1) : word);
    } catch (NumberFormatException e) {
      at = start;
      throw word.isEmpty() ? unexpected() : notWord(word);
    }
  }

  private static boolean isWord(char c) {
    return c == '-' || c == '_' || Character.isLetterOrDigit(c);
  }

  private static MalformedException notWord(String word) {
    String shown = word.length() > 40 ? word.substring(0, 40) + "..." : word;
    return new MalformedException(
        "the header has '" + shown + "' where a number of 64 bits, True or False should be");
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private char peek() throws MalformedException {
    if (at >= text.length()) {
      throw new MalformedException("the header ends too early, after " + at + " characters");
    }
    return text.charAt(at);
  }

  private MalformedException unexpected() {
    return new MalformedException(
        "the header has an unexpected '" + text.charAt(at) + "' at character " + at);
  }
}
