/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A document as JSON, indented or in one line. Indented, lists of plain values stay on one. */
final class DocumentText {
  private final StringBuilder text = new StringBuilder();

  private final boolean indented;

  private DocumentText(boolean indented) {
    this.indented = indented;
  }

  static String indented(@Nullable Object value) {
    return of(value, true);
  }

  static String line(@Nullable Object value) {
    return of(value, false);
  }

  private static String of(@Nullable Object value, boolean indented) {
    DocumentText document = new DocumentText(indented);
    document.append(value, 0);
    return document.text.toString();
  }

  private void append(@Nullable Object value, int depth) {
    if (value instanceof Map<?, ?>) {
      Iterator<Map.Entry<String, @Nullable Object>> entries =
          Document.asMap(value).entrySet().iterator();
      block('{', '}', entries, true, depth, entry -> {
        quote(entry.getKey());
        text.append(": ");
        append(entry.getValue(), depth + 1);
      });
    } else if (value instanceof List<?> list) {
      boolean broken = list.stream().anyMatch(e -> e instanceof Map || e instanceof List);
      block('[', ']', list.iterator(), broken, depth, element -> append(element, depth + 1));
    } else if (value instanceof String string) {
      quote(string);
    } else {
      text.append(value);
    }
  }

  private interface Part<T extends @Nullable Object> {
    void append(T part);
  }

  private <T extends @Nullable Object> void block(
      char open, char close, Iterator<T> parts, boolean nested, int depth, Part<T> part) {
    boolean broken = nested && indented;
    text.append(open);
    boolean first = true;
    boolean any = parts.hasNext();
    while (parts.hasNext()) {
      text.append(first ? "" : broken ? "," : ", ");
      indent(broken, depth + 1);
      part.append(parts.next());
      first = false;
    }
    indent(broken && any, depth);
    text.append(close);
  }

  private void indent(boolean broken, int depth) {
    if (broken) {
      text.append('\n').append("  ".repeat(depth));
    }
  }

  private void quote(String string) {
    text.append('"');
    string.chars().forEach(c -> {
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        default -> {
          if (Character.isISOControl(c)) {
            text.append("\\u%04x".formatted(c));
          } else {
            text.append((char) c);
          }
        }
      }
    });
    text.append('"');
  }
}
