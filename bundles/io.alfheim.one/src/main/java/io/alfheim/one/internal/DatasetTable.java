/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.internal;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.Dataset;
import io.alfheim.data.Column;
import io.alfheim.data.ColumnBuilder;
import io.alfheim.data.ColumnType;
import io.alfheim.data.Table;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** Datasets as the rows of a table, with the columns that ONE has. */
public final class DatasetTable {
  private static final List<String> VERDICTS =
      Stream.of(Qc.values()).map(Enum::name).toList();

  private DatasetTable() {}

  /** A row for each dataset. */
  public static Table of(List<Dataset> datasets) {
    ColumnBuilder sizes = Column.builder("file_size", ColumnType.INT64);
    ColumnBuilder hashes = Column.builder("hash", ColumnType.STRING);
    ColumnBuilder verdicts = Column.builder("qc", VERDICTS, true);
    ColumnBuilder defaults = Column.builder("default_revision", ColumnType.BOOLEAN);
    ColumnBuilder exists = Column.builder("exists", ColumnType.BOOLEAN);
    for (Dataset dataset : datasets) {
      OptionalLong size = dataset.size();
      size.ifPresentOrElse(sizes::add, sizes::addNull);
      dataset.hash().ifPresentOrElse(hashes::add, hashes::addNull);
      verdicts.add(dataset.qc().name());
      dataset.isDefault().ifPresentOrElse(defaults::add, defaults::addNull);
      exists.add(!dataset.locations().isEmpty());
    }
    return Table.of(
        texts("eid", datasets, dataset -> dataset.session().id().toString()),
        texts("id", datasets, dataset -> dataset.id().toString()),
        texts("rel_path", datasets, Dataset::toString),
        sizes.build(),
        hashes.build(),
        exists.build(),
        verdicts.build(),
        defaults.build());
  }

  private static Column texts(String name, List<Dataset> datasets, Function<Dataset, String> text) {
    return Column.of(name, datasets.stream().map(text).toArray(String[]::new));
  }
}
