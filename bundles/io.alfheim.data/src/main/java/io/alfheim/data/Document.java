/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tree of maps, lists, texts, numbers and booleans, as JSON and YAML have it. Immutable.
 *
 * <p>A path names a place in the tree by keys and, in lists, positions from 0, joined by dots:
 *
 * <pre>{@code
 * long rate = settings.integer("devices.probes.0.rate");
 * String rig = settings.find("rig.name").map(Document::text).orElse("unknown");
 * }</pre>
 *
 * <p>A key may itself contain dots. The empty path is the document itself.
 *
 * <p>Whole numbers are {@link Long}, or {@link BigInteger} where that is too small; all others are
 * {@link Double}, as in the programs that write such files.
 */
public final class Document implements Data {
  private final @Nullable Object value;

  private Document(@Nullable Object value) {
    this.value = value;
  }

  /**
   * A document of maps with text keys, collections, texts, numbers, booleans and nulls, which are
   * copied.
   *
   * @throws IllegalArgumentException if there is anything else in it or it is nested more than 1000
   *     levels deep
   */
  public static Document of(@Nullable Object value) {
    return new Document(DocumentTree.copy(value));
  }

  /** The tree: {@code Map<String, Object>}, {@code List<Object>}, or what is in them. */
  public @Nullable Object value() {
    return value;
  }

  /** Whether this is null. */
  public boolean isNull() {
    return value == null;
  }

  /** The keys of a map, in their order; empty for anything else. */
  public Set<String> keys() {
    return asMap(value).keySet();
  }

  /** The number of entries of a map or a list; 0 for anything else. */
  public int size() {
    return value instanceof Collection<?> list ? list.size() : asMap(value).size();
  }

  /** What is at this path, if the path exists. */
  public Optional<Document> find(String path) {
    return DocumentTree.find(value, path).map(found -> new Document(found.value()));
  }

  /**
   * What is at this path.
   *
   * @throws DataException if there is no such path
   */
  public Document get(String path) {
    return find(path).orElseThrow(() -> DocumentTree.noSuchPath(this, path));
  }

  /**
   * This text, number or boolean as text.
   *
   * @throws DataException if it is something else
   */
  public String text() {
    if (value == null || value instanceof Map || value instanceof List) {
      throw notA("a text");
    }
    return value.toString();
  }

  /** The text, number or boolean at this path, as text. */
  public String text(String path) {
    return get(path).text();
  }

  /**
   * This number.
   *
   * @throws DataException if it is something else
   */
  public double number() {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw notA("a number");
  }

  /** The number at this path. */
  public double number(String path) {
    return get(path).number();
  }

  /**
   * This whole number.
   *
   * @throws DataException if it is something else or too large
   */
  public long integer() {
    if (value instanceof Long number) {
      return number;
    }
    throw notA("a whole number of 64 bits");
  }

  /** The whole number at this path. */
  public long integer(String path) {
    return get(path).integer();
  }

  /**
   * This boolean.
   *
   * @throws DataException if it is something else
   */
  public boolean flag() {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw notA("true or false");
  }

  /** The boolean at this path. */
  public boolean flag(String path) {
    return get(path).flag();
  }

  /**
   * The elements of this list.
   *
   * @throws DataException if it is something else
   */
  public List<Document> list() {
    if (!(value instanceof List<?> elements)) {
      throw notA("a list");
    }
    List<Document> documents = new ArrayList<>(elements.size());
    elements.forEach(element -> documents.add(new Document(element)));
    return List.copyOf(documents);
  }

  /** The elements of the list at this path. */
  public List<Document> list(String path) {
    return get(path).list();
  }

  @SuppressWarnings("unchecked") // the only maps in the tree are those DocumentTree made
  static Map<String, @Nullable Object> asMap(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
  }

  private DataException notA(String wanted) {
    return new DataException(
        "This is not " + wanted + " but " + describe() + ".", "See what it is: value().");
  }

  /** For example {@code document, map of 3: rig, rate, probes}. */
  @Override
  public String describe() {
    if (value == null) {
      return "document, null";
    }
    if (value instanceof Map) {
      List<String> keys = List.copyOf(keys());
      String shown = String.join(", ", keys.subList(0, Math.min(8, keys.size())));
      return "document, map of " + size() + (keys.isEmpty() ? "" : ": " + shown)
          + (keys.size() > 8 ? ", …" : "");
    }
    if (value instanceof List) {
      return "document, list of " + size();
    }
    return "document, "
        + (value instanceof String ? "text" : value instanceof Boolean ? "boolean" : "number");
  }

  @Override
  public Document document() {
    return this;
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof Document d && Objects.equals(value, d.value);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(value);
  }

  /** The whole document as JSON in one line; NaN and the infinities as Python writes them. */
  public String toJson() {
    return DocumentText.line(value);
  }

  /** The whole document as JSON, indented. */
  @Override
  public String toString() {
    return DocumentText.indented(value);
  }
}
