/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.ScanReport;
import io.alfheim.catalog.Session;
import io.alfheim.catalog.internal.RealParts;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables that ONE itself wrote beside a folder of lab data. */
class GoldenTablesTest {
  @TempDir
  static Path temporary;

  private static Path tree;
  private static Catalog catalog;
  private static CacheTables tables;
  private static ImportReport report;

  @BeforeAll
  static void importTheTables() throws Exception {
    Path archive =
        Path.of(GoldenTablesTest.class.getResource("/golden/tree.tgz").toURI());
    new ProcessBuilder("tar", "xzf", archive.toString(), "-C", temporary.toString())
        .inheritIO()
        .start()
        .waitFor();
    tree = temporary.resolve("treeA");
    catalog = RealParts.catalog(temporary.resolve("home"));
    tables = Parts.tables(catalog);
    report = tables.importInto(tree);
  }

  @Test
  void allRowsAreTakenIn() {
    assertThat(report.sessions()).isEqualTo(105);
    assertThat(report.datasets()).isEqualTo(2305);
    assertThat(report.leftOut()).isEmpty();
    assertThat(tables.read(tree).datasets())
        .filteredOn(row -> row.qc() == Qc.CRITICAL)
        .hasSize(125);
  }

  @Test
  void everyDatasetIsFoundWhereItIs() {
    for (Session session : catalog.search().list()) {
      for (Dataset dataset : session.datasets()) {
        assertThat(dataset.file()).as(session + " " + dataset).get().satisfies(file -> {
          assertThat(file).isRegularFile().hasSize(dataset.size().orElseThrow());
        });
      }
    }
  }

  @Test
  void aScanAfterwardsChangesAndRemovesNothing() {
    Catalog other = RealParts.catalog(temporary.resolve("other"));
    Parts.tables(other).importInto(tree);
    List<UUID> ids = ids(other);
    ScanReport scanned = other.scan(tree);
    assertThat(scanned.removed()).isZero();
    assertThat(scanned.changed()).isZero();
    assertThat(ids(other)).isEqualTo(ids);
  }

  private static List<UUID> ids(Catalog some) {
    return some.search().list().stream().map(Session::id).toList();
  }

  @Test
  void theExportIsTheSameTable() {
    Path out = temporary.resolve("out");
    tables.export(out);
    assertThat(tables.read(out).sessions()).isEqualTo(tables.read(tree).sessions());
    assertThat(tables.read(out).datasets()).isEqualTo(tables.read(tree).datasets());
  }
}
