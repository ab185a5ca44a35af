/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The components of a record, also of one that a snippet declared. */
final class RecordFields {
  private RecordFields() {}

  static List<String> names(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .toList();
  }

  static List<@Nullable Object> values(Object record) {
    List<@Nullable Object> values = new ArrayList<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      values.add(value(component.getAccessor(), record));
    }
    return values;
  }

  /** Whether a record has a written text, which may have its reasons to show less. */
  static boolean speaksForItself(Record record) {
    return !Brief.textOf(record).startsWith(record.getClass().getSimpleName() + "[");
  }

  private static @Nullable Object value(Method accessor, Object record) {
    try {
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return "<" + accessor.getName() + "() failed>";
    }
  }
}
