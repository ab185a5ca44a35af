/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The type by which people know a value: the nearest that is public and not a bundle's own affair. */
public final class KnownType {
  /** What a list or a map of Java is besides does not matter. */
  private static final List<Class<?>> CONTAINERS =
      List.of(Map.class, List.class, Set.class, Collection.class);

  private static final List<Class<?>> TELL_NOTHING =
      List.of(Object.class, Record.class, Enum.class);

  private KnownType() {}

  /** Its own class, or the interface or class it stands for. */
  public static Class<?> of(Object value) {
    Class<?> own = value.getClass();
    Optional<Class<?>> nearest = nearest(own);
    return nearest
        .filter(type -> !type.getPackageName().startsWith("java."))
        .or(() -> container(value))
        .or(() -> nearest)
        .orElse(own);
  }

  private static Optional<Class<?>> container(Object value) {
    return CONTAINERS.stream().filter(type -> type.isInstance(value)).findFirst();
  }

  /** Whether people do not know the class of a value. */
  static boolean isInternal(Object value) {
    return of(value) != value.getClass();
  }

  private static Optional<Class<?>> nearest(@Nullable Class<?> type) {
    if (type == null || TELL_NOTHING.contains(type)) {
      return Optional.empty();
    }
    return isKnown(type)
        ? Optional.of(type)
        : Stream.concat(Stream.of(type.getInterfaces()), Stream.ofNullable(type.getSuperclass()))
            .flatMap(each -> nearest(each).stream())
            .findFirst();
  }

  private static boolean isKnown(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && !type.isHidden()
        && !(type.getPackageName() + ".").contains(".internal.");
  }
}
