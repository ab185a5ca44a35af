/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.help;

import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.Search;
import io.alfheim.data.Data;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Explains any value: what it is, and what can be asked of it. */
public final class Explanation {
  /** The types that values are known by; more is said of what they can do than of other types. */
  private static final List<Class<?>> KNOWN = List.of(
      Catalog.class,
      Search.class,
      io.alfheim.catalog.Session.class,
      Dataset.class,
      Data.class,
      Map.class,
      Collection.class);

  private Explanation() {}

  /** The type as people call it, and its methods by name. */
  public static String of(Object value) {
    Class<?> type = typeOf(value);
    return "A value of type "
        + type.getSimpleName()
        + (value instanceof Data data ? ": " + data.describe() : "")
        + "\n\nAsk it for\n"
        + wrap(methodsOf(type));
  }

  private static Class<?> typeOf(Object value) {
    if (value instanceof Data) {
      return value.getClass(); // arrays, tables and documents can do very different things
    }
    return KNOWN.stream()
        .filter(type -> type.isInstance(value))
        .findFirst()
        .orElse(value.getClass());
  }

  private static List<String> methodsOf(Class<?> type) {
    Stream<Method> methods = Arrays.stream(type.getMethods());
    Map<String, Boolean> takes = methods
        .filter(method -> method.getDeclaringClass() != Object.class)
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .collect(
            Collectors.toMap(Method::getName, m -> m.getParameterCount() > 0, (a, b) -> a || b));
    return takes.entrySet().stream()
        .map(method -> method.getKey() + (method.getValue() ? "(…)" : "()"))
        .sorted()
        .toList();
  }

  private static String wrap(List<String> names) {
    StringBuilder text = new StringBuilder();
    int column = 0;
    for (String name : names) {
      if (column > 0 && column + name.length() > 75) {
        text.append('\n');
        column = 0;
      }
      text.append(column == 0 ? "  " : " ").append('.').append(name);
      column += name.length() + 2;
    }
    return text.toString();
  }
}
