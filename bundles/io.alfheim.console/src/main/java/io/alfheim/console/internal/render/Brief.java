/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import io.alfheim.data.Data;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Any value in one short line. Values may look things up for it, and fail: what the user can mend is
 * thrown, everything else is part of the line.
 */
final class Brief {
  private static final int LONGEST = 80;
  private static final int FIRST_KEYS = 8;
  private static final int FEW = 5;
  private static final int SHORT = 12;
  private final Style style;

  Brief(Style style) {
    this.style = style;
  }

  String of(@Nullable Object value) {
    try {
      return value == null ? "null" : told(value);
    } catch (RuntimeException | StackOverflowError e) {
      return "<" + inside(e) + ">";
    }
  }

  /** As {@link #of}, but what is thrown is part of the line, too. */
  String ofAny(@Nullable Object value) {
    try {
      return of(value);
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      return clip("<" + e.getMessage() + ">");
    }
  }

  private String told(Object value) {
    if (value instanceof CharSequence text) {
      return clip('"' + text.toString().replace("\n", "\\n") + '"');
    }
    if (value instanceof Number number) {
      return Numbers.text(number);
    }
    if (value instanceof Data data) {
      return clip(data.describe());
    }
    if (value.getClass().isArray()) {
      return shapeOf(value);
    }
    if (value instanceof Collection<?> many) {
      return isShort(many) ? itemsOf(many) : nameOf(many) + "(" + Numbers.count(many.size()) + ")";
    }
    if (value instanceof BaseStream) {
      return "a stream; see it with .toList()";
    }
    if (value instanceof Map<?, ?> map) {
      return clip(keysOf(map));
    }
    return clip(textOf(value).replace('\n', ' '));
  }

  private static boolean isShort(Collection<?> many) {
    return many.size() <= FEW
        && many.stream()
            .allMatch(item -> item instanceof Number
                || item instanceof Boolean
                || (item instanceof CharSequence text && text.length() <= SHORT));
  }

  private String itemsOf(Collection<?> many) {
    return many.stream().map(this::of).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String nameOf(Collection<?> many) {
    return many instanceof List ? "List" : many.getClass().getSimpleName();
  }

  private String keysOf(Map<?, ?> map) {
    String keys = map.keySet().stream()
        .limit(FIRST_KEYS)
        .map(Brief::textOf)
        .collect(Collectors.joining(", "));
    return "{" + keys + (map.size() > FIRST_KEYS ? ", " + style.ellipsis() : "") + "}";
  }

  private String clip(String text) {
    return Columns.clip(text, LONGEST, style.ellipsis());
  }

  /** {@code double[3, 1,200]}. */
  static String shapeOf(Object array) {
    StringBuilder shape = new StringBuilder();
    Class<?> type = array.getClass();
    @Nullable Object level = array;
    while (type.isArray()) {
      int length = level == null ? -1 : Array.getLength(level);
      shape
          .append(shape.length() == 0 ? "" : " × ")
          .append(length < 0 ? "?" : Numbers.count(length));
      level = length > 0 ? Array.get(level, 0) : null;
      type = type.getComponentType();
    }
    return type.getSimpleName() + "[" + shape + "]";
  }

  /** A value's own text, also if it fails to give one; without one the name of what it is. */
  static String textOf(@Nullable Object value) {
    try {
      String text = String.valueOf(value);
      return value != null && isNoText(text, value) && KnownType.isInternal(value)
          ? KnownType.of(value).getSimpleName()
          : text;
    } catch (RuntimeException | StackOverflowError e) {
      return "<" + inside(e) + " in toString()>";
    }
  }

  /** The name of an exception, unless it is one to be told in full. */
  private static String inside(Throwable e) {
    if (e instanceof RuntimeException thrown && Display.isForTheUser(thrown)) {
      throw thrown;
    }
    return e.getClass().getSimpleName();
  }

  /** Whether it says no more than what Java says of any object, or of any record. */
  private static boolean isNoText(String text, Object value) {
    return value instanceof Record
        ? text.startsWith(value.getClass().getSimpleName() + "[")
        : text.equals(value.getClass().getName() + "@" + Integer.toHexString(value.hashCode()));
  }
}
