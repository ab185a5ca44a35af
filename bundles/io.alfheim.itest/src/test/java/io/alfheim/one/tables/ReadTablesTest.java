/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.CatalogException;
import io.alfheim.data.Column;
import io.alfheim.data.ColumnBuilder;
import io.alfheim.data.ColumnType;
import io.alfheim.data.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadTablesTest {
  private static final long EID_0 = 7944832733769042766L;
  private static final long EID_1 = -555067789480344904L;
  private static final long ID_0 = -9204203870374650458L;
  private static final long ID_1 = -6411285612086772563L;
  private static final String NOTES =
      "{\"date_created\": \"2021-05-13 20:38\", \"origin\": \"ibl_test\"}";

  @TempDir
  Path dir;

  private CacheTables tables;

  @BeforeEach
  void open() {
    tables = Parts.tables(dir.resolve("home"));
  }

  private void write(String file, String notes, Column... columns) throws IOException {
    var table = Table.builder().metadata("one_metadata", notes);
    Arrays.asList(columns).forEach(table::add);
    Parts.write(dir.resolve(file), table.build());
  }

  private void writeOldSessions() throws IOException {
    write(
        CacheTables.SESSIONS,
        NOTES,
        Column.of("lab", "cortexlab"),
        Column.of("subject", "KS005"),
        Column.of("date", LocalDate.of(2019, 4, 4)),
        Column.of("number", 4L),
        Column.of("task_protocol", (String) null),
        Column.of("project", "ibl_cortexlab"),
        Column.of("id_0", EID_0),
        Column.of("id_1", EID_1));
  }

  private void writeOldDatasets(String... paths) throws IOException {
    int n = paths.length;
    double[] sizes = new double[n];
    Arrays.fill(sizes, Double.NaN);
    sizes[0] = 1.091521e+09;
    ColumnBuilder exists = Column.builder("exists", ColumnType.BOOLEAN);
    ColumnBuilder hash = Column.builder("hash", ColumnType.STRING);
    ColumnBuilder place = Column.builder("session_path", ColumnType.STRING);
    for (int i = 0; i < n; i++) {
      exists.add(true);
      hash.addNull();
      place.add("cortexlab/Subjects/KS005/2019-04-04/004");
    }
    write(
        CacheTables.DATASETS,
        NOTES,
        Column.of("file_size", sizes),
        hash.build(),
        Column.of("rel_path", paths),
        place.build(),
        exists.build(),
        Column.of("eid_0", filled(n, EID_0)),
        Column.of("eid_1", filled(n, EID_1)),
        Column.of("id_0", filled(n, ID_0)),
        Column.of("id_1", filled(n, ID_1)));
  }

  private static long[] filled(int n, long value) {
    long[] all = new long[n];
    Arrays.fill(all, value);
    return all;
  }

  @Test
  void oldTablesHaveTheShapeOfNewOnes() throws IOException {
    writeOldSessions();
    writeOldDatasets("alf/spikes.times.npy");
    OneTables read = tables.read(dir);
    assertThat(read.sessions())
        .containsExactly(new TableSession(
            "4e0b3320-47b7-416e-b842-c34dc9004cf8",
            "cortexlab",
            "KS005",
            LocalDate.of(2019, 4, 4),
            4,
            "",
            "ibl_cortexlab"));
    assertThat(read.datasets())
        .containsExactly(new TableDataset(
            "4e0b3320-47b7-416e-b842-c34dc9004cf8",
            "a61d0b8a-5819-4480-adbc-fe49b48906a7",
            "alf/spikes.times.npy",
            1_091_521_000,
            "",
            true,
            Qc.NOT_SET,
            null));
    assertThat(read.info().created()).isEqualTo(Parts.MADE);
    assertThat(read.info().origin()).containsExactly("ibl_test");
    assertThat(read.info().modified()).isEmpty();
  }

  @Test
  void anEmptyTableHasTextColumnsOfNothing() throws IOException {
    write(
        CacheTables.SESSIONS,
        NOTES,
        Column.of("id", new String[0]),
        Column.of("subject", new String[0]),
        Column.of("date", new LocalDate[0]),
        Column.of("number", new short[0]));
    assertThat(tables.read(dir).sessions()).isEmpty();
  }

  @Test
  void aFolderWithoutTablesIsOneWithoutRows() {
    OneTables read = tables.read(dir);
    assertThat(read.sessions()).isEmpty();
    assertThat(read.datasets()).isEmpty();
  }

  @Test
  void originMayBeAListAndNeverIsNoDate() throws IOException {
    write(
        CacheTables.DATASETS,
        "{\"date_created\": \"2021-05-13 20:38\", \"origin\": [\"b\", \"\", \"a\"],"
            + " \"date_modified\": \"0001-01-01 00:00\", \"min_api_version\": \"2.10\","
            + " \"more\": {\"origin\": [\"deep\"]}}",
        Column.of("eid", Parts.EID),
        Column.of("id", Parts.ID),
        Column.of("rel_path", "alf/spikes.times.npy"));
    TableInfo info = tables.read(dir).info();
    assertThat(info.origin()).containsExactly("a", "b");
    assertThat(info.modified()).isEmpty();
    assertThat(info.apiVersion()).isEqualTo("2.10");
  }

  @Test
  void rowsWithoutPathOrIdArePassedOver() throws IOException {
    write(
        CacheTables.DATASETS,
        NOTES,
        Column.of("eid", Parts.EID, Parts.EID, Parts.EID),
        Column.of("id", Parts.ID, null, Parts.OTHER_ID),
        Column.of("rel_path", "alf/spikes.times.npy", "alf/spikes.amps.npy", null),
        Column.of("default_revision", "True", "False", null));
    assertThat(tables.read(dir).datasets())
        .singleElement()
        .satisfies(row -> assertThat(row.defaultRevision()).isTrue());
  }

  @Test
  void aTableThatIsNotOnesIsRefusedWithWhatIsMissing() throws IOException {
    write(CacheTables.SESSIONS, NOTES, Column.of("subject", "KS005"), Column.of("trials", 7));
    assertThatThrownBy(() -> tables.read(dir))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("sessions.pqt' is no table of ONE's")
        .hasMessageContaining("lacks 'id', 'date', 'number'")
        .hasMessageContaining("subject, trials");
  }

  @Test
  void aTableWithoutOnesNotesIsRefused() throws IOException {
    Parts.write(dir.resolve(CacheTables.SESSIONS), Table.of(Column.of("id", Parts.EID)));
    assertThatThrownBy(() -> tables.read(dir))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("sessions.pqt")
        .hasMessageContaining("no 'one_metadata'");
  }

  @Test
  void damagedNotesAreNamed() throws IOException {
    write(CacheTables.SESSIONS, "{\"date_created\": \"yesterday\"}", Column.of("id", Parts.EID));
    assertThatThrownBy(() -> tables.read(dir))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("sessions.pqt' has a damaged 'one_metadata'");
    write(CacheTables.SESSIONS, "{\"date_created\"", Column.of("id", Parts.EID));
    assertThatThrownBy(() -> tables.read(dir)).hasMessageContaining("damaged 'one_metadata'");
  }

  @Test
  void aTruncatedFileIsNamed() throws IOException {
    writeOldSessions();
    Path file = dir.resolve(CacheTables.SESSIONS);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 20));
    assertThatThrownBy(() -> tables.read(dir))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("'sessions.pqt' cannot be read as Parquet")
        .hasMessageContaining("incomplete");
  }

  @Test
  void aCellThatIsNotWhatItsColumnSaysIsNamed() throws IOException {
    write(
        CacheTables.SESSIONS,
        NOTES,
        Column.of("id", Parts.EID),
        Column.of("subject", "KS005"),
        Column.of("date", "some day"),
        Column.of("number", 1));
    assertThatThrownBy(() -> tables.read(dir))
        .hasMessageContaining("'some day' in column 'date' of row 1");
  }

  @Test
  void duplicateIdsAreReportedWithBothPaths() throws IOException {
    writeOldDatasets("alf/spikes.times.npy", "alf/spikes.amps.npy");
    OneTables read = tables.read(dir);
    assertThat(read.datasets()).hasSize(2);
    assertThat(read.sharedIds())
        .containsExactly(new SharedId(
            Parts.EID,
            "a61d0b8a-5819-4480-adbc-fe49b48906a7",
            List.of("alf/spikes.amps.npy", "alf/spikes.times.npy")));
    assertThat(read.merge(read)).as("merging loses none").isEqualTo(read);
  }

  @Test
  void twoSessionsOfOneIdAreRefusedWithBothNames() throws IOException {
    write(
        CacheTables.SESSIONS,
        NOTES,
        Column.of("id", Parts.EID, Parts.EID),
        Column.of("subject", "KS005", "KS006"),
        Column.of("date", LocalDate.of(2019, 4, 4), LocalDate.of(2019, 4, 4)),
        Column.of("number", 1.0, 2.0));
    assertThatThrownBy(() -> tables.read(dir))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("'KS005/2019-04-04/001' and 'KS006/2019-04-04/002'");
  }

  @Test
  void rowsAreOrderedAsTheTextsOfTheirIds() {
    String high = "f0000000-0000-4000-8000-000000000000";
    OneTables some = new OneTables(
        List.of(Parts.session(high, "a", 1), Parts.session(Parts.EID, "b", 1)),
        List.of(),
        TableInfo.of(Parts.MADE));
    assertThat(some.sessions()).extracting(TableSession::id).containsExactly(Parts.EID, high);
  }
}
