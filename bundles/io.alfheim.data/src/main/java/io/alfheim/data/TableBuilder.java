/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a {@link Table} together column by column. Used by one thread. */
public final class TableBuilder {
  private final List<Column> columns = new ArrayList<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();

  TableBuilder() {}

  /** Adds a column on the right. */
  public TableBuilder add(Column column) {
    columns.add(column);
    return this;
  }

  /** Adds something to be known about the table besides its cells. */
  public TableBuilder metadata(String key, String value) {
    metadata.put(key, value);
    return this;
  }

  /** Adds all of these to what is to be known about the table besides its cells. */
  public TableBuilder metadata(Map<String, String> more) {
    metadata.putAll(more);
    return this;
  }

  /**
   * The table.
   *
   * @throws IllegalArgumentException if two columns have the same name or different lengths
   */
  public Table build() {
    return Table.of(columns, metadata);
  }
}
