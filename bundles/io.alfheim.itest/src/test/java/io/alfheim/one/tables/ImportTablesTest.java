/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.Session;
import io.alfheim.catalog.internal.RealParts;
import io.alfheim.catalog.internal.SmallDisk;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.DatasetEntry;
import io.alfheim.catalog.spi.SessionEntry;
import io.alfheim.one.DatasetLoad;
import io.alfheim.one.One;
import io.alfheim.one.Warnings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTablesTest {
  @TempDir
  Path dir;

  private Catalog catalog;
  private CacheTables tables;
  private Path folder;

  @BeforeEach
  void open() throws IOException {
    catalog = RealParts.catalog(dir.resolve("home"));
    tables = Parts.tables(catalog);
    folder = Files.createDirectories(dir.resolve("data"));
  }

  private Session mysub() {
    return catalog.session("mysub/2021-02-28/001");
  }

  private Session othersub() {
    return catalog.session("othersub/2021-02-28/002");
  }

  private SessionEntry entry(Session session) throws IOException {
    return catalog.record().snapshot(catalog.commit()).find(session.key()).orElseThrow();
  }

  @Test
  void everythingTheTablesKnowIsKept() throws IOException {
    tables.write(Parts.some(), folder);
    ImportReport report = tables.importInto(folder);
    assertThat(report.sessions()).isEqualTo(2);
    assertThat(report.datasets()).isEqualTo(3);
    assertThat(report.leftOut()).isEmpty();
    assertThat(report.commit()).isEqualTo(catalog.commit());
    assertThat(mysub().id()).hasToString(Parts.EID);
    assertThat(mysub().lab()).isEqualTo("mylab");
    assertThat(mysub().protocol()).isEqualTo("ephys");
    assertThat(mysub().projects()).containsExactly("one", "two");
    assertThat(entry(mysub()).datasets())
        .containsExactly(
            new DatasetEntry(
                "alf/#v1#/spikes.times.npy",
                -1,
                "",
                Qc.PASS,
                false,
                false,
                UUID.fromString(Parts.OTHER_ID),
                List.of()),
            new DatasetEntry(
                "alf/spikes.times.npy",
                12,
                "17404a596cbd0d1e6c7d23fcd845ab82",
                Qc.CRITICAL,
                true,
                true,
                UUID.fromString(Parts.ID),
                List.of()));
  }

  @Test
  void theFilesAreLoadedFromBesideTheTables() throws IOException {
    RealParts.npy(
        folder.resolve("mylab/Subjects/othersub/2021-02-28/2/alf/spikes.times.npy"), 1, 2, 3);
    tables.write(Parts.some(), folder);
    tables.importInto(folder);
    assertThat(othersub().load("alf/spikes.times.npy").array().size()).isEqualTo(3);
  }

  @Test
  void whatTheTablesSayIsNotThereIsNeitherFoundNorLoaded() {
    tables.write(Parts.some(), folder);
    tables.importInto(folder);
    One one = new One(catalog);
    assertThat(one.search().subject("mysub").datasets("spikes.times.npy")).isEmpty();
    assertThat(one.search().datasets("spikes.times.npy").datasetQcLte(Qc.CRITICAL))
        .hasSize(2);
    assertThatThrownBy(
            () -> one.loadDataset(Parts.EID, "alf/#v1#/spikes.times.npy").load())
        .isInstanceOf(NoSuchDatasetException.class)
        .hasMessageContaining("but no store has it");
  }

  @Test
  void aFileOfUnknownSizeAndHashIsLoadedWithoutAWord() throws IOException {
    RealParts.npy(folder.resolve("othersub/2021-02-28/002/alf/a.b.npy"), 1, 2);
    TableDataset unknown =
        new TableDataset(Parts.OTHER_EID, Parts.ID, "alf/a.b.npy", -1, "", true, Qc.NOT_SET, null);
    tables.write(
        new OneTables(Parts.some().sessions(), List.of(unknown), TableInfo.of(Parts.MADE, "here")),
        folder);
    tables.importInto(folder);
    try (Warnings warnings = new Warnings()) {
      One checking = new One(catalog).checkHash(true);
      assertThat(checking.loadDataset(Parts.OTHER_EID, "a.b").array().size()).isEqualTo(2);
      assertThat(warnings.texts()).isEmpty();
    }
  }

  @Test
  void aFileThatCarriesItsIdInItsNameIsFound() throws IOException {
    Path file = folder.resolve("othersub/2021-02-28/002/alf/spikes.times." + Parts.ID + ".npy");
    RealParts.npy(file, 1, 2);
    tables.write(Parts.some(), folder);
    tables.importInto(folder);
    DatasetLoad load = new One(catalog).loadDataset(Parts.OTHER_EID, "spikes.times");
    assertThat(load.array().size()).isEqualTo(2);
    assertThat(load.path()).isEqualTo(file.toRealPath());
  }

  @Test
  void tablesAndFilesOnADiskThatCannotBeWrittenAreImportedAndLoaded() throws IOException {
    try (SmallDisk disk = SmallDisk.mount(dir.resolve("disk"), "1m")) {
      RealParts.npy(disk.path().resolve("othersub/2021-02-28/002/alf/spikes.times.npy"), 1, 2);
      tables.write(Parts.some(), disk.path());
      disk.forbidWriting();
      assertThat(tables.read(disk.path()).datasets()).hasSize(3);
      assertThat(tables.importInto(disk.path()).datasets()).isEqualTo(3);
      assertThat(othersub().load("spikes.times").array().size()).isEqualTo(2);
    }
  }

  @Test
  void theFilesMayBeElsewhere() throws IOException {
    Path data = dir.resolve("elsewhere");
    RealParts.npy(data.resolve("othersub/2021-02-28/002/alf/spikes.times.npy"), 1, 2);
    tables.write(Parts.some(), folder);
    tables.importInto(folder, data);
    assertThat(othersub().load("alf/spikes.times.npy").array().size()).isEqualTo(2);
  }

  @Test
  void importingAgainMakesNoCommit() {
    tables.write(Parts.some(), folder);
    CommitId first = tables.importInto(folder).commit();
    assertThat(tables.importInto(folder).commit()).isEqualTo(first);
  }

  @Test
  void whatWasScannedStaysAndGetsTheIdsOfTheTables() throws IOException {
    Path session = folder.resolve("mylab/Subjects/mysub/2021-02-28/001");
    RealParts.npy(session.resolve("alf/spikes.times.npy"), 1, 2, 3);
    RealParts.npy(session.resolve("alf/spikes.amps.npy"), 1, 2, 3);
    catalog.scan(folder);
    UUID derived = mysub().dataset("spikes.amps").id();
    tables.write(Parts.some(), folder);
    tables.importInto(folder);
    assertThat(catalog.search().count()).isEqualTo(2);
    assertThat(mysub().id()).hasToString(Parts.EID);
    assertThat(mysub().datasets()).extracting(Dataset::toString).hasSize(3);
    assertThat(mysub().dataset("spikes.amps").id()).isEqualTo(derived);
  }

  @Test
  void aFileThatAScanHasSeenIsThereWhateverTheTablesSay() throws IOException {
    RealParts.npy(
        folder.resolve("mylab/Subjects/mysub/2021-02-28/001/alf/#v1#/spikes.times.npy"), 1, 2);
    catalog.scan(folder);
    tables.write(Parts.some(), folder);
    tables.importInto(folder);
    assertThat(mysub().dataset("alf/#v1#/spikes.times.npy").qc()).isEqualTo(Qc.PASS);
  }

  @Test
  void scanningAfterwardsKeepsIdsAndQc() throws IOException {
    RealParts.npy(
        folder.resolve("mylab/Subjects/mysub/2021-02-28/001/alf/spikes.times.npy"), 1, 2, 3);
    tables.write(Parts.some(), folder);
    tables.importInto(folder);
    catalog.scan(folder);
    assertThat(mysub().id()).hasToString(Parts.EID);
    Dataset dataset = mysub().datasets("alf/spikes.times.npy").get(1);
    assertThat(dataset.id()).hasToString(Parts.ID);
    assertThat(dataset.qc()).isEqualTo(Qc.CRITICAL);
  }

  @Test
  void rowsOfASessionNeedNotStandTogether() throws IOException {
    OneTables some = Parts.some();
    tables.write(some, folder);
    var datasets =
        List.of(some.datasets().get(0), some.datasets().get(2), some.datasets().get(1));
    ScatteredTable.write(folder.resolve(CacheTables.DATASETS), datasets);
    assertThat(tables.importInto(folder).datasets()).isEqualTo(3);
    assertThat(mysub().datasets()).hasSize(2);
  }

  @Test
  void whatTheCatalogCannotHoldIsReported() {
    TableSession bad = new TableSession(
        "f0000000-0000-4000-8000-000000000000", "", "a b", LocalDate.of(2020, 1, 1), 1, "", "");
    TableDataset noName = Parts.dataset(Parts.EID, "x", "alf/a-b.c.d");
    TableDataset noSession = Parts.dataset("ffff", "x", "alf/spikes.times.npy");
    tables.write(Parts.some().merge(List.of(bad), List.of(noName, noSession)), folder);
    ImportReport report = tables.importInto(folder);
    assertThat(report.leftOut()).hasSize(3);
    assertThat(report.toString())
        .contains("a b", "a-b.c.d", "ffff: has 1 datasets and is not in the table of sessions");
    assertThat(catalog.search().count()).isEqualTo(2);
  }

  @Test
  void datasetsOfOneIdAreTakenInAndReportedWithTheirPaths() throws IOException {
    tables.write(Parts.some(), folder);
    ScatteredTable.write(
        folder.resolve(CacheTables.DATASETS),
        List.of(
            Parts.dataset(Parts.EID, Parts.ID, "alf/spikes.times.npy"),
            Parts.dataset(Parts.EID, Parts.ID, "alf/spikes.amps.npy")));
    ImportReport report = tables.importInto(folder);
    assertThat(report.datasets()).isEqualTo(2);
    assertThat(report.toString()).contains("alf/spikes.times.npy, alf/spikes.amps.npy");
    assertThat(mysub().datasets()).extracting(Dataset::id).containsOnly(UUID.fromString(Parts.ID));
  }

  @Test
  void aPathThatIsThereTwiceIsTakenInOnce() throws IOException {
    tables.write(Parts.some(), folder);
    ScatteredTable.write(
        folder.resolve(CacheTables.DATASETS),
        List.of(
            Parts.dataset(Parts.EID, Parts.ID, "alf/spikes.times.npy"),
            Parts.dataset(Parts.EID, Parts.OTHER_ID, "alf/spikes.times.npy")));
    ImportReport report = tables.importInto(folder);
    assertThat(report.leftOut()).singleElement().asString().contains(Parts.OTHER_ID, "twice");
    assertThat(mysub().dataset("spikes.times").id()).hasToString(Parts.ID);
  }

  @Test
  void anIdOfAnotherSessionInTheCatalogChangesNothing() {
    tables.write(Parts.some(), folder);
    tables.importInto(folder);
    CommitId before = catalog.commit();
    tables.write(
        new OneTables(
            List.of(Parts.session(Parts.EID, "renamed", 1)), List.of(), TableInfo.of(Parts.MADE)),
        folder);
    assertThatThrownBy(() -> tables.importInto(folder))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("mylab/mysub/2021-02-28/001")
        .hasMessageContaining("mylab/renamed/2021-02-28/001");
    assertThat(catalog.commit()).isEqualTo(before);
  }

  @Test
  void aDamagedTableChangesNothing() throws IOException {
    tables.write(Parts.some(), folder);
    Path file = folder.resolve(CacheTables.DATASETS);
    byte[] bytes = Files.readAllBytes(file);
    bytes[60] ^= 0x55;
    Files.write(file, bytes);
    assertThatThrownBy(() -> tables.importInto(folder))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("'datasets.pqt' cannot be read as Parquet");
    assertThat(catalog.commit()).isEqualTo(CommitId.NONE);
  }

  @Test
  void aFolderWithoutTablesIsNamed() {
    assertThatThrownBy(() -> tables.importInto(folder))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("there is no sessions.pqt");
  }

  @Test
  void whatIsExportedIsWhatWasImported() {
    tables.write(Parts.some(), folder);
    tables.importInto(folder);
    Path out = dir.resolve("out");
    tables.export(out);
    assertThat(tables.read(out).sessions()).isEqualTo(tables.read(folder).sessions());
    assertThat(tables.read(out).datasets())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("defaultRevision")
        .isEqualTo(tables.read(folder).datasets());
  }

  @Test
  void anExportHasOneDefaultForEachDataset() {
    tables.write(Parts.some(), folder);
    tables.importInto(folder);
    tables.export(dir.resolve("out"));
    assertThat(tables.read(dir.resolve("out")).datasets())
        .extracting(TableDataset::defaultRevision)
        .containsExactly(true, false, true);
  }

  @Test
  void anOlderCommitIsExportedAsItWas() {
    tables.write(Parts.some(), folder);
    CommitId first = tables.importInto(folder).commit();
    TableSession more = Parts.session("f0000000-0000-4000-8000-000000000000", "new", 1);
    tables.save(new OneTables(List.of(more), List.of(), TableInfo.of(Parts.MADE)), folder);
    tables.importInto(folder);
    tables.export(dir.resolve("old"), first.value());
    tables.export(dir.resolve("new"));
    assertThat(tables.read(dir.resolve("old")).sessions()).hasSize(2);
    assertThat(tables.read(dir.resolve("new")).sessions()).hasSize(3);
  }

  @Test
  void aReleaseIsExportedByItsName() {
    tables.write(Parts.some(), folder);
    tables.importInto(folder);
    catalog.release("paper-2024", "All data of the paper");
    TableSession more = Parts.session("f0000000-0000-4000-8000-000000000000", "new", 1);
    tables.save(new OneTables(List.of(more), List.of(), TableInfo.of(Parts.MADE)), folder);
    tables.importInto(folder);

    tables.export(dir.resolve("paper"), "paper-2024");

    OneTables paper = tables.read(dir.resolve("paper"));
    assertThat(paper.sessions()).hasSize(2);
    assertThat(paper.datasets()).hasSize(3);
    assertThat(paper.datasets()).extracting(TableDataset::hash).anyMatch(h -> !h.isEmpty());
  }

  @Test
  void anUnknownCommitIsNamed() {
    assertThatThrownBy(() -> tables.export(dir.resolve("out"), new CommitId("f".repeat(40))))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("ffffffffff");
  }
}
