/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.internal.OtherProgram;
import io.alfheim.data.Column;
import io.alfheim.data.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteTablesTest {
  private static final String AWS = "exists_aws";

  @TempDir
  Path dir;

  private CacheTables tables;
  private Path folder;

  @BeforeEach
  void open() {
    tables = Parts.tables(dir.resolve("home"));
    folder = dir.resolve("tables");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    tables.write(Parts.some(), folder);
    OneTables read = tables.read(folder);
    assertThat(read.sessions()).isEqualTo(Parts.some().sessions());
    assertThat(read.info()).isEqualTo(Parts.some().info());
    assertThat(read.datasets().get(0)).isEqualTo(Parts.some().datasets().get(0));
    assertThat(read.datasets()).extracting(TableDataset::size).containsExactly(12L, -1L, 12L);
  }

  @Test
  void nothingElseIsLeftInTheFolder() throws IOException {
    tables.write(Parts.some(), folder);
    tables.save(Parts.some(), folder);
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("sessions.pqt", "datasets.pqt", ".alfheim.lock");
    }
  }

  @Test
  void tablesWithoutRowsAreWritten() {
    tables.write(OneTables.empty(TableInfo.of(Parts.MADE)), folder);
    assertThat(tables.read(folder).datasets()).isEmpty();
  }

  @Test
  void savingKeepsWhatOthersSavedAndTheOlderDate() {
    tables.write(Parts.some(), folder);
    TableSession more = Parts.session("f0000000-0000-4000-8000-000000000000", "new", 1);
    LocalDateTime later = Parts.MADE.plusYears(1);
    OneTables saved =
        tables.save(new OneTables(List.of(more), List.of(), TableInfo.of(later, "there")), folder);
    assertThat(saved.sessions()).hasSize(3).contains(more);
    assertThat(saved.datasets()).hasSize(3);
    assertThat(saved.info().created()).isEqualTo(Parts.MADE);
    assertThat(saved.info().origin()).containsExactly("here", "there");
    assertThat(saved.info().modified()).isPresent();
    assertThat(tables.read(folder).sessions()).isEqualTo(saved.sessions());
  }

  @Test
  void savingWhatIsThereAlreadyWritesNothing() throws IOException {
    tables.write(Parts.some(), folder);
    OneTables there = tables.read(folder);
    byte[] before = Files.readAllBytes(folder.resolve(CacheTables.DATASETS));
    tables.save(there, folder);
    assertThat(folder.resolve(CacheTables.DATASETS)).hasBinaryContent(before);
    assertThat(tables.read(folder).info().modified()).isEmpty();
  }

  @Test
  void manySaversLoseNoRow() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<OneTables>> savers = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        TableSession row =
            Parts.session("%08d-0000-4000-8000-000000000000".formatted(i), "sub" + i, 1);
        savers.add(threads.submit(() -> tables.save(
            new OneTables(List.of(row), List.of(), TableInfo.of(Parts.MADE, "x")), folder)));
      }
      for (Future<OneTables> saver : savers) {
        saver.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(tables.read(folder).sessions()).hasSize(12);
    assertThat(folder.resolve(".ONE.lock")).doesNotExist();
  }

  @Test
  void programsThatSaveAtOnceLoseNoRow() throws Exception {
    List<Process> programs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Path output = dir.resolve("output" + i);
      programs.add(OtherProgram.start(
          WriteTablesTest.class,
          output,
          dir.resolve("home" + i).toString(),
          folder.toString(),
          "" + i));
    }
    for (int i = 0; i < 3; i++) {
      OtherProgram.finish(programs.get(i), dir.resolve("output" + i));
    }
    assertThat(tables.read(folder).sessions()).hasSize(24);
  }

  /** Saves eight sessions one by one: home, folder, which eight. */
  public static void main(String[] args) {
    CacheTables mine = Parts.tables(Path.of(args[0]));
    for (int i = 0; i < 8; i++) {
      String id = "%s%07d-0000-4000-8000-000000000000".formatted(args[2], i);
      TableSession row = Parts.session(id, "sub" + args[2], i);
      OneTables one = new OneTables(List.of(row), List.of(), TableInfo.of(Parts.MADE, "x"));
      mine.save(one, Path.of(args[1]));
    }
  }

  @Test
  void aLockOfOneItselfIsWaitedFor() throws Exception {
    Files.createDirectories(folder);
    Path lock = folder.resolve(".ONE.lock");
    Files.writeString(lock, "{\"datetime\": \"now\"}");
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<List<Path>> writing = thread.submit(() -> tables.write(Parts.some(), folder));
      Thread.sleep(300);
      assertThat(writing.isDone()).isFalse();
      Files.delete(lock);
      assertThat(writing.get()).hasSize(2);
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void aLockThatItsOwnerForgotIsTakenOver() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve(".ONE.lock"), "{\"program\":\"alfheim\",\"pid\":1,\"turn\":\"x\"}");
    assertThat(tables.write(Parts.some(), folder)).hasSize(2);
    assertThat(folder.resolve(".ONE.lock")).doesNotExist();
  }

  @Test
  void mergingReplacesRowsOfTheSameIdAndKeepsWhatTheNewOnesDoNotKnow() {
    TableDataset old = Parts.some().datasets().get(0);
    TableDataset now = Parts.dataset(Parts.EID, Parts.ID, "alf/spikes.times.npy");
    OneTables merged = Parts.some().merge(List.of(), List.of(now, old));
    assertThat(merged.datasets()).hasSize(3);
    TableDataset row = merged.datasets().get(0);
    assertThat(row.qc()).as("the first of two new rows with an id").isEqualTo(now.qc());
    assertThat(row.hash()).isEqualTo(old.hash());
    assertThat(row.defaultRevision()).isTrue();
  }

  @Test
  void columnsOfRepositoriesAreKeptAndNewRowsAreThereIfTheyExist() {
    TableDataset far = with(Parts.dataset(Parts.EID, Parts.ID, "alf/a.b.npy"), Map.of(AWS, false));
    TableDataset nobodySaid = Parts.dataset(Parts.EID, Parts.OTHER_ID, "alf/c.d.npy");
    OneTables before = new OneTables(
        Parts.some().sessions(), List.of(far, nobodySaid), TableInfo.of(Parts.MADE, "here"));
    tables.write(before, folder);
    assertThat(tables.read(folder)).isEqualTo(before);
    TableDataset more = Parts.dataset(Parts.OTHER_EID, Parts.ID, "alf/e.f.npy");
    OneTables merged = before.merge(List.of(), List.of(more));
    assertThat(merged.datasets()).containsExactly(far, nobodySaid, with(more, Map.of(AWS, true)));
    assertThat(tables.save(merged, folder).datasets()).isEqualTo(merged.datasets());
    assertThat(tables.read(folder).datasets()).isEqualTo(merged.datasets());
  }

  private static TableDataset with(TableDataset row, Map<String, Boolean> existsAt) {
    return new TableDataset(
        row.session(),
        row.id(),
        row.path(),
        row.size(),
        row.hash(),
        row.exists(),
        row.qc(),
        row.defaultRevision(),
        existsAt);
  }

  @Test
  void otherTablesOfTheFolderStayAsTheyAre() throws IOException {
    Path insertions = folder.resolve("insertions.pqt");
    Parts.write(insertions, Table.of(Column.of("id", "x"), Column.of("name", "probe00")));
    byte[] before = Files.readAllBytes(insertions);
    tables.write(Parts.some(), folder);
    tables.save(Parts.some().merge(List.of(Parts.session(Parts.ID, "n", 3)), List.of()), folder);
    assertThat(tables.read(folder).sessions()).hasSize(3);
    assertThat(insertions).hasBinaryContent(before);
  }

  @Test
  void mergingNothingForgetsNoEarlierChange() {
    LocalDateTime changed = Parts.MADE.plusDays(1);
    OneTables some = Parts.some().withInfo(Parts.some().info().changedAt(changed));
    assertThat(some.merge(List.of(), List.of()).info().modified()).contains(changed);
  }

  @Test
  void removingTellsWhatWasThere() {
    tables.write(Parts.some(), folder);
    assertThat(tables.removeTableFiles(folder))
        .containsExactly(folder.resolve("sessions.pqt"), folder.resolve("datasets.pqt"));
    assertThat(tables.removeTableFiles(folder)).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Files.writeString(dir.resolve("file"), "x");
    assertThatThrownBy(() -> tables.write(Parts.some(), dir.resolve("file/tables")))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("file/tables");
  }
}
