/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import io.alfheim.data.Document;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The arguments of a question, by the names that ONE gives them. */
record Args(Document named) {
  boolean has(String name) {
    return named.keys().contains(name);
  }

  boolean isMap(String name) {
    return has(name) && named.get(name).value() instanceof Map;
  }

  Args map(String name) {
    return new Args(named.get(name));
  }

  String text(String name) {
    return named.text(name);
  }

  String[] texts(String name) {
    Document value = named.get(name);
    return value.value() instanceof Iterable
        ? value.list().stream().map(Document::text).toArray(String[]::new)
        : Stream.of(value.text()).toArray(String[]::new);
  }

  Map<String, @Nullable Object> values() {
    Map<String, @Nullable Object> values = new TreeMap<>();
    named.keys().forEach(key -> values.put(key, named.get(key).value()));
    return values;
  }

  /** The same without some of them. */
  Args without(String... names) {
    Map<String, @Nullable Object> fewer = values();
    Stream.of(names).forEach(fewer::remove);
    return new Args(Document.of(fewer));
  }
}
