/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Services that come and go, by the keys they serve. Of several for one key, the newest serves. Safe for
 * threads.
 *
 * @param <S> what they are
 */
public final class Whiteboard<S> {
  private final String property;
  private final Map<String, List<S>> byKey = new ConcurrentSkipListMap<>();

  /** @param property the service property that holds the keys, one text or an array of them */
  public Whiteboard(String property) {
    this.property = property;
  }

  /** A service has come. */
  public void add(S service, Map<String, ?> properties) {
    for (String key : keys(properties.get(property))) {
      byKey.computeIfAbsent(key, k -> new CopyOnWriteArrayList<>()).add(0, service);
    }
  }

  /** A service goes. */
  public void remove(S service) {
    byKey.values().forEach(services -> services.remove(service));
    byKey.values().removeIf(List::isEmpty);
  }

  /** The service for a key. */
  public Optional<S> find(String key) {
    return byKey.getOrDefault(key, List.of()).stream().findFirst();
  }

  /** All keys served now, in order. */
  public List<String> keys() {
    return List.copyOf(byKey.keySet());
  }

  private static List<String> keys(@Nullable Object value) {
    if (value instanceof String[] several) {
      return List.of(several);
    }
    return value instanceof String one ? List.of(one) : List.of();
  }
}
