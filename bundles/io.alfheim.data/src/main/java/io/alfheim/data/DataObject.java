/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The attributes of one object, as columns that belong together: {@code spikes.array("times")} and
 * {@code spikes.array("clusters")} have one row per spike. Immutable.
 *
 * <p>A series of time stamps that was stored as pairs of sample index and time is expanded to one
 * time per sample. A single row stands for all. Attributes whose numbers of rows differ are kept as
 * they are and named in {@link #warnings()}.
 */
public final class DataObject implements Data {
  private final String name;
  private final Map<String, Data> attributes;
  private final List<String> warnings;

  private DataObject(String name, Map<String, Data> attributes, List<String> warnings) {
    this.name = name;
    this.attributes = Collections.unmodifiableMap(attributes);
    this.warnings = List.copyOf(warnings);
  }

  /**
   * Puts attributes together, in their order.
   *
   * @param name of the object, for example {@code spikes}
   * @param attributes what each attribute holds
   */
  public static DataObject of(String name, Map<String, ? extends Data> attributes) {
    Map<String, Data> columns = new LinkedHashMap<>(attributes);
    Rows rows = Rows.of(columns);
    rows.count().ifPresent(n -> columns.replaceAll((key, data) -> Timestamps.expand(key, data, n)));
    return new DataObject(name, columns, rows.warnings(name));
  }

  /**
   * Makes every column of a table an attribute. Columns {@code x_0} and {@code x_1} become one
   * attribute {@code x} of two columns; a column with missing cells stays a table of one column.
   */
  public static DataObject of(String name, Table table) {
    return of(name, ObjectTable.attributes(table));
  }

  /** The name of the object. */
  public String name() {
    return name;
  }

  /** The names of the attributes, in order. */
  public Set<String> attributes() {
    return attributes.keySet();
  }

  /** What does not fit together, in words; empty if all is well. */
  public List<String> warnings() {
    return warnings;
  }

  /** The number of rows that the attributes share; the largest if they differ, 0 if none has rows. */
  public long rows() {
    return Rows.of(attributes).count().orElse(0);
  }

  /**
   * The content of an attribute.
   *
   * @throws DataException if there is no such attribute
   */
  public Data get(String attribute) {
    Data data = attributes.get(attribute);
    if (data == null) {
      throw new DataException(
          "Object '" + name + "' has no attribute '" + attribute + "'; it has "
              + String.join(", ", attributes.keySet()) + ".",
          "Ask for one of these.");
    }
    return data;
  }

  /** An attribute that is an array. */
  public NDArray array(String attribute) {
    return get(attribute).array();
  }

  /** An attribute that is a table. */
  public Table table(String attribute) {
    return get(attribute).table();
  }

  /** An attribute that is a document. */
  public Document document(String attribute) {
    return get(attribute).document();
  }

  /**
   * The rows of this object and below them those of another with the same attributes. What has no
   * rows must be equal in both. An object
   * without attributes changes nothing.
   *
   * @throws DataException if the attributes differ, or cannot be put together
   */
  public DataObject append(DataObject below) {
    if (below.attributes.isEmpty()) {
      return this;
    }
    return attributes.isEmpty() ? below : of(name, Appending.rows(this, below));
  }

  /**
   * The same attributes without the extras in their names: {@code times.raw} as {@code times}.
   *
   * @throws DataException if two names become one
   */
  public DataObject withShortNames() {
    Map<String, Data> shorter = new LinkedHashMap<>();
    attributes.forEach((key, data) -> {
      String first = key.replaceFirst("\\..*", "");
      if (shorter.put(first, data) != null) {
        throw new DataException(
            "Object '" + name + "' has several attributes '" + first + "': "
                + String.join(", ", attributes.keySet()) + ".",
            "Keep their whole names, or load fewer of them.");
      }
    });
    return new DataObject(name, shorter, warnings);
  }

  /**
   * This object as one table. An attribute of several columns becomes {@code x_0}, {@code x_1} and so
   * on, at most ten; what does not fit into a table is named in its metadata as {@code left out of x}.
   *
   * @throws DataException if the attributes differ in rows, or one has items that no column holds
   */
  public Table toTable() {
    return ObjectTable.of(this);
  }

  /**
   * None: what does not fit would be lost without a word where a table is written.
   *
   * @throws DataException always; {@link #toTable()} makes one
   */
  @Override
  public Table table() {
    throw new DataException(
        "This is not a table but " + describe() + ".",
        "Make one of it: toTable(). Or ask for an attribute: get(\"…\"), array(\"…\").");
  }

  @Override
  public String describe() {
    return "object " + name + " (" + String.join(", ", attributes.keySet()) + ")";
  }

  /** One line per attribute. */
  @Override
  public String toString() {
    int width = attributes.keySet().stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    lines.add(name);
    attributes.forEach((key, data) ->
        lines.add("  " + key + " ".repeat(width - key.length() + 2) + data.describe()));
    return lines.stream().collect(Collectors.joining("\n"))
        + warnings.stream().map(w -> "\n  ! " + w).collect(Collectors.joining());
  }
}
