/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tree inside a {@link Document}: how it is copied and how a path is followed. */
final class DocumentTree {
  private static final int DEEPEST = 1000;

  private DocumentTree() {}

  /** What a path leads to; it may lead to null. */
  record Found(@Nullable Object value) {}

  static @Nullable Object copy(@Nullable Object value) {
    return copy(value, 0);
  }

  private static @Nullable Object copy(@Nullable Object value, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException(
          "A document may be nested " + DEEPEST + " levels deep, no deeper.");
    }
    if (value instanceof Map<?, ?> map) {
      if (map.isEmpty()) {
        return Collections.emptyMap();
      }
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, element) -> copy.put(key(key), copy(element, depth + 1)));
      return Collections.unmodifiableMap(copy);
    }
    if (value instanceof Collection<?> list) {
      if (list.isEmpty()) {
        return Collections.emptyList();
      }
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      list.forEach(element -> copy.add(copy(element, depth + 1)));
      return Collections.unmodifiableList(copy);
    }
    return value instanceof Number number ? number(number) : scalar(value);
  }

  private static String key(@Nullable Object key) {
    if (key instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("The key '" + key + "' is not a text.");
  }

  private static Object number(Number number) {
    if (number instanceof BigInteger big) {
      return big.bitLength() < 64 ? (Object) big.longValue() : big;
    }
    boolean real =
        number instanceof Double || number instanceof Float || number instanceof BigDecimal;
    return real ? (Object) number.doubleValue() : (Object) number.longValue();
  }

  private static @Nullable Object scalar(@Nullable Object value) {
    if (value == null || value instanceof String || value instanceof Boolean) {
      return value;
    }
    throw new IllegalArgumentException("A document cannot hold '" + value + "'.");
  }

  static Optional<Found> find(@Nullable Object value, String path) {
    return path.isEmpty()
        ? Optional.of(new Found(value))
        : find(value, Arrays.asList(path.split("\\.", -1)));
  }

  /** Follows the steps; a key may be several of them joined, the shortest that leads on wins. */
  private static Optional<Found> find(@Nullable Object value, List<String> steps) {
    if (steps.isEmpty()) {
      return Optional.of(new Found(value));
    }
    if (value instanceof List<?> list) {
      int at = position(steps.get(0), list.size());
      return at < 0 ? Optional.empty() : find(list.get(at), steps.subList(1, steps.size()));
    }
    Map<String, @Nullable Object> map = Document.asMap(value);
    for (int n = 1; n <= steps.size() && !map.isEmpty(); n++) {
      String key = String.join(".", steps.subList(0, n));
      if (map.containsKey(key)) {
        Optional<Found> found = find(map.get(key), steps.subList(n, steps.size()));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static int position(String step, int size) {
    if (step.isEmpty() || step.length() > 9 || !step.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    int at = Integer.parseInt(step);
    return at < size ? at : -1;
  }

  static DataException noSuchPath(Document document, String path) {
    Document parent = document;
    String parentPath = "";
    for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
      Optional<Document> found = document.find(path.substring(0, dot));
      if (found.isPresent()) {
        parent = found.get();
        parentPath = path.substring(0, dot);
        break;
      }
    }
    String rest = parentPath.isEmpty() ? path : path.substring(parentPath.length() + 1);
    String nearest =
        Nearest.to(rest, parent.keys()).map(n -> " Nearest: '" + n + "'.").orElse("");
    String where = parentPath.isEmpty() ? "the document" : "'" + parentPath + "'";
    return new DataException(
        "No '" + rest + "' in " + where + "." + nearest, "There is a " + parent.describe() + ".");
  }
}
