/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.catalog.CatalogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakeTablesTest {
  private static final UUID NAMESPACE = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
  private static final MakeOptions WORKED = MakeOptions.DEFAULT.withNamespace(NAMESPACE);

  @TempDir
  Path dir;

  private CacheTables tables;
  private Path root;

  @BeforeEach
  void open() throws IOException {
    tables = Parts.tables(dir.resolve("home"));
    root = dir.resolve("data");
    file("mysub/2021-02-28/001/alf/spikes.times.npy");
    file("mysub/2021-02-28/001/alf/spikes.clusters.npy");
    file("mysub/2021-02-28/002/trials.intervals.npy");
    file("mysub/2021-02-28/003/alf/spikes.times.npy");
    write(root.resolve("othersub/2021-03-01/1/alf/#r1#/spikes.times.npy"), "mock");
  }

  private Path file(String below) throws IOException {
    return write(root.resolve("mylab/Subjects/" + below), "mock");
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void theWorkedExamplesHaveTheIdsOfOne() {
    OneTables made = tables.make(root, WORKED.withIdsWithinSession(true));
    assertThat(made.sessions())
        .extracting(TableSession::id)
        .containsExactly(
            "3b0e842b-63dc-3dce-b13f-165c4a016466",
            "89d39cf7-95ad-3656-b16a-a49d84194392",
            "a52c67aa-69e7-3839-82d9-7ebe77ba6e05",
            "b4845288-4997-3163-92d3-dcf7de8b9399");
    assertThat(made.datasets())
        .extracting(row -> row.id() + " " + row.path())
        .containsExactlyInAnyOrder(
            "0312e8ee-4f3e-3fc5-8e49-067edc83235a alf/spikes.times.npy",
            "0312e8ee-4f3e-3fc5-8e49-067edc83235a alf/spikes.times.npy",
            "fe2de0ca-5738-3e72-aa65-5ab330f59f94 alf/spikes.clusters.npy",
            "3847e7f1-e411-3df3-8d02-ea33329ae9e7 trials.intervals.npy",
            "1e795c48-84ac-3a4a-bc0b-73f7e0fa07ed alf/#r1#/spikes.times.npy");
  }

  @Test
  void datasetsOfDifferentSessionsHaveDifferentIdsUnlessAskedFor() {
    assertThat(tables.make(root, WORKED).datasets())
        .extracting(TableDataset::id)
        .doesNotHaveDuplicates();
  }

  @Test
  void theSameFilesGiveTheSameIds() {
    assertThat(tables.make(root).datasets()).isEqualTo(tables.make(root).datasets());
  }

  @Test
  void sizesAreThoseOfTheFilesAndHashesAreMadeWhenAskedFor() throws IOException {
    Files.writeString(root.resolve("mylab/Subjects/mysub/2021-02-28/002/trials.intervals.npy"), "");
    assertThat(tables.make(root).datasets()).extracting(TableDataset::hash).containsOnly("");
    assertThat(tables.make(root, WORKED.withHashing(true)).datasets())
        .filteredOn(row -> row.path().startsWith("trials") || row.path().contains("r1"))
        .extracting(row -> row.size() + " " + row.hash())
        .containsExactlyInAnyOrder(
            "0 d41d8cd98f00b204e9800998ecf8427e", "4 17404a596cbd0d1e6c7d23fcd845ab82");
  }

  @Test
  void aSessionWithoutDatasetsIsASession() throws IOException {
    Files.createDirectories(root.resolve("mylab/Subjects/empty/2021-02-28/001"));
    assertThat(tables.make(root).sessions())
        .extracting(TableSession::subject)
        .contains("empty")
        .hasSize(5);
  }

  @Test
  void filesWhoseNamesAreNotAlfAreNotInTheTable() throws IOException {
    file("mysub/2021-02-28/001/a-b.c.d");
    assertThat(tables.make(root).datasets()).hasSize(5);
  }

  @Test
  void twoFoldersOfOneSessionAreNamed() throws IOException {
    file("mysub/2021-02-28/1/alf/spikes.times.npy");
    assertThatThrownBy(() -> tables.make(root))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("2021-02-28/001")
        .hasMessageContaining("2021-02-28/1'");
  }

  @Test
  void aLabIsFilledInWhereThePathsDoNotSayOne() throws IOException {
    Path bare = dir.resolve("bare");
    write(bare.resolve("mysub/2021-02-28/001/alf/spikes.times.npy"), "");
    OneTables made = tables.make(bare, WORKED.withLab("mylab"));
    assertThat(made.sessions())
        .singleElement()
        .isEqualTo(new TableSession(
            "cdbe9483-5d56-3ce7-bd1f-6a260a03e13f",
            "mylab",
            "mysub",
            LocalDate.of(2021, 2, 28),
            1,
            "",
            ""));
    assertThatThrownBy(() -> tables.make(root, WORKED.withLab("otherlab")))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("'otherlab'")
        .hasMessageContaining("'mylab'");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> tables.make(dir.resolve("nowhere")))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void registeredFilesAreNeverLeftOver() throws IOException {
    tables.write(tables.make(root), root);
    assertThat(tables.findLeftovers(root).files()).isEmpty();
    assertThat(tables.findLeftovers(root).folders()).isEmpty();
    Path extra = file("mysub/2021-02-28/002/trials.choice.npy");
    file("mysub/2021-02-28/002/notes.txt");
    Path empty = root.resolve("mylab/Subjects/mysub/2022-01-01/001");
    Files.createDirectories(empty.resolve("alf"));
    Leftovers found = tables.findLeftovers(root);
    assertThat(found.files()).containsExactly(extra.toRealPath());
    assertThat(found.folders()).containsExactly(empty.toRealPath());
    assertThat(extra).as("nothing was deleted yet").exists();
    assertThat(found.delete()).hasSize(2);
    assertThat(extra).doesNotExist();
    assertThat(empty).doesNotExist();
    assertThat(root.resolve("mylab/Subjects/mysub/2021-02-28/002/notes.txt")).exists();
  }

  @Test
  void whatIsRegisteredOfASessionThatIsNotIsNotLeftOver() throws IOException {
    tables.write(tables.make(root), root);
    Path extra = file("mysub/2021-02-28/002/trials.choice.npy");
    Files.delete(root.resolve("sessions.pqt"));
    assertThat(tables.findLeftovers(root).files()).containsExactly(extra.toRealPath());
  }

  @Test
  void aRegisteredFileWithItsIdInItsNameIsNotLeftOver() throws IOException {
    tables.write(tables.make(root), root);
    Path file = root.resolve("mylab/Subjects/mysub/2021-02-28/002/trials.intervals.npy");
    Files.move(
        file, file.resolveSibling("trials.intervals.3847e7f1-e411-3df3-8d02-ea33329ae9e7.npy"));
    assertThat(tables.findLeftovers(root).files()).isEmpty();
  }

  @Test
  void linkedFilesAndSessionsAreInTheTablesOnceAndNeverLeftOver() throws IOException {
    Path elsewhere = write(dir.resolve("disk/003/alf/spikes.depths.npy"), "mock");
    Path day = root.resolve("mylab/Subjects/mysub/2021-02-28");
    Files.createSymbolicLink(day.resolve("001/alf/spikes.depths.npy"), elsewhere);
    Files.createSymbolicLink(day.resolve("004"), dir.resolve("disk/003"));
    Files.createSymbolicLink(day.resolve("001/loop"), day);
    Files.createSymbolicLink(root.resolve("again"), root.resolve("mylab"));
    OneTables made = tables.make(root);
    assertThat(made.sessions())
        .extracting(TableSession::number)
        .containsOnlyOnce(4)
        .hasSize(5);
    assertThat(made.datasets())
        .extracting(TableDataset::path)
        .filteredOn("alf/spikes.depths.npy"::equals)
        .hasSize(2);
    tables.write(tables.make(root.resolve("othersub")), root);
    assertThat(tables.findLeftovers(root).files())
        .as("what is behind a link is nobody's to delete")
        .isNotEmpty()
        .noneMatch(file -> file.toString().contains("depths"));
  }

  @Test
  void withoutTablesNothingIsLeftOver() {
    assertThatThrownBy(() -> tables.findLeftovers(root))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("no rows of datasets");
  }
}
