/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.help;

import io.alfheim.console.internal.render.KnownType;
import io.alfheim.data.Data;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Explains any value: what it is, and what can be asked of it. */
public final class Explanation {
  private static final Set<String> OF_ALL_OBJECTS = Set.of("equals", "hashCode", "toString");

  private Explanation() {}

  /** The type as people call it, and its methods by name. */
  public static String of(Object value) {
    Class<?> type = KnownType.of(value);
    return "A value of type "
        + type.getSimpleName()
        + (value instanceof Data data ? ": " + data.describe() : "")
        + "\n\nAsk it for\n"
        + wrap(methodsOf(type));
  }

  private static List<String> methodsOf(Class<?> type) {
    Stream<Method> methods = Arrays.stream(type.getMethods());
    Map<String, Boolean> takes = methods
        .filter(method -> method.getDeclaringClass() != Object.class)
        .filter(method -> !OF_ALL_OBJECTS.contains(method.getName()))
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
