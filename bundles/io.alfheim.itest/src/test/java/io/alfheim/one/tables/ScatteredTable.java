/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables;

import io.alfheim.data.Column;
import io.alfheim.data.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** A table of datasets in any order, which this program does not write itself. */
final class ScatteredTable {
  private ScatteredTable() {}

  static void write(Path file, List<TableDataset> rows) throws IOException {
    Table table = Table.builder()
        .metadata("one_metadata", "{\"date_created\": \"2021-05-13 20:38\"}")
        .add(column("eid", rows, TableDataset::session))
        .add(column("id", rows, TableDataset::id))
        .add(column("rel_path", rows, TableDataset::path))
        .build();
    Parts.write(file, table);
  }

  private static Column column(
      String name, List<TableDataset> rows, Function<TableDataset, String> value) {
    return Column.of(name, rows.stream().map(value).toArray(String[]::new));
  }
}
