/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables.internal;

import io.alfheim.data.Column;
import io.alfheim.data.Document;
import io.alfheim.data.Table;
import io.alfheim.data.TableBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What pandas wants to know of a table: which columns are its index, and what it calls their types. */
final class PandasNotes {
  private PandasNotes() {}

  /** The table with these metadata and those for pandas. */
  static Table add(Table table, Map<String, String> metadata, List<String> index) {
    TableBuilder builder =
        Table.builder().metadata(metadata).metadata("pandas", json(table, index));
    table.columns().forEach(builder::add);
    return builder.build();
  }

  private static String json(Table table, List<String> index) {
    List<Object> columns = new ArrayList<>();
    table.columns().forEach(column -> columns.add(column(column)));
    Map<String, @Nullable Object> labels = new LinkedHashMap<>();
    labels.put("name", null);
    labels.put("field_name", null);
    labels.put("pandas_type", "unicode");
    labels.put("numpy_type", "object");
    labels.put("metadata", Map.of("encoding", "UTF-8"));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("index_columns", index);
    all.put("column_indexes", List.of(labels));
    all.put("columns", columns);
    all.put("creator", Map.of("library", "alfheim", "version", "0.1.0"));
    all.put("pandas_version", "2.2.0");
    return Document.of(all).toJson();
  }

  private static Map<String, @Nullable Object> column(Column column) {
    Map<String, @Nullable Object> about = new LinkedHashMap<>();
    about.put("name", column.name());
    about.put("field_name", column.name());
    String type = column.type().toString();
    about.put(
        "pandas_type",
        switch (column.type()) {
          case STRING -> "unicode";
          case CATEGORY -> "categorical";
          default -> type;
        });
    about.put(
        "numpy_type",
        switch (column.type()) {
          case STRING, DATE -> "object";
          case CATEGORY -> "int8";
          case UINT64 -> "UInt64"; // the one that may be missing
          default -> type;
        });
    about.put(
        "metadata",
        column.categories().isEmpty()
            ? null
            : Map.of(
                "num_categories",
                (long) column.categories().size(),
                "ordered",
                column.isOrdered()));
    return about;
  }
}
