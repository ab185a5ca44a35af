/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.internal.RealParts;
import io.alfheim.data.Table;
import io.alfheim.format.parquet.internal.ParquetReader;
import io.alfheim.format.parquet.internal.ParquetWriter;
import io.alfheim.one.tables.internal.ParquetCacheTables;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** The service on real parts, and tables to try it on. */
final class Parts {
  static final String EID = "4e0b3320-47b7-416e-b842-c34dc9004cf8";
  static final String OTHER_EID = "a61d0b8a-5819-4480-adbc-fe49b48906a7";
  static final String ID = "0312e8ee-4f3e-3fc5-8e49-067edc83235a";
  static final String OTHER_ID = "fe2de0ca-5738-3e72-aa65-5ab330f59f94";
  static final LocalDateTime MADE = LocalDateTime.of(2021, 5, 13, 20, 38);

  private Parts() {}

  static CacheTables tables(Catalog catalog) {
    return new ParquetCacheTables(catalog, new ParquetReader(), new ParquetWriter());
  }

  static CacheTables tables(Path home) {
    return tables(RealParts.catalog(home));
  }

  static TableSession session(String id, String subject, int number) {
    return new TableSession(
        id, "mylab", subject, LocalDate.of(2021, 2, 28), number, "ephys", "one,two");
  }

  static TableDataset dataset(String session, String id, String path) {
    return new TableDataset(session, id, path, 12, "", true, Qc.NOT_SET, null);
  }

  /** Two sessions with three datasets. */
  static OneTables some() {
    return new OneTables(
        List.of(session(EID, "mysub", 1), session(OTHER_EID, "othersub", 2)),
        List.of(
            new TableDataset(
                EID,
                ID,
                "alf/spikes.times.npy",
                12,
                "17404a596cbd0d1e6c7d23fcd845ab82",
                true,
                Qc.CRITICAL,
                true),
            new TableDataset(
                EID, OTHER_ID, "alf/#v1#/spikes.times.npy", -1, "", false, Qc.PASS, false),
            dataset(OTHER_EID, ID, "alf/spikes.times.npy")),
        TableInfo.of(MADE, "here"));
  }

  static void write(Path file, Table table) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      new ParquetWriter().write(table, out);
    }
  }
}
