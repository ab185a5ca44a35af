/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.ScanOptions;
import io.alfheim.catalog.Session;
import io.alfheim.data.NDArray;
import io.alfheim.store.Location;
import io.alfheim.store.ProvidesStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that a move deletes is lost. */
class MoveTest {
  private static final String SESSION = "KS014/2020-01-02/001";
  private static final String TIMES = SESSION + "/alf/spikes.times.npy";
  private static final String AMPS = SESSION + "/alf/spikes.amps.npy";

  @TempDir
  Path temporary;

  private HomeCatalog catalog;
  private Path disk;
  private Path nas;

  @BeforeEach
  void twoDatasetsOnADiskAndAnEmptyStore() throws IOException {
    disk = Files.createDirectory(temporary.resolve("disk"));
    nas = Files.createDirectory(temporary.resolve("nas"));
    RealParts.npy(disk.resolve(TIMES), 1, 2, 3);
    RealParts.npy(disk.resolve(AMPS), 4, 5, 6);
    catalog = RealParts.catalog(temporary.resolve("home"));
    catalog.stores().add("disk", disk.toString());
    catalog.stores().add("nas", nas.toString());
    catalog.scanStore("disk", ScanOptions.hashed());
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
  }

  private List<Dataset> datasets() {
    return catalog.session(SESSION).datasets();
  }

  private Dataset times() {
    return datasets().stream()
        .filter(one -> TIMES.endsWith(one.toString()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> stores(Dataset dataset) {
    return dataset.locations().stream().map(Location::store).toList();
  }

  @Test
  void whoAskedForADatasetBeforeItWasMovedHasItAllTheSame() {
    Session session = catalog.session(SESSION);
    Dataset times = times();
    catalog.move(datasets(), "nas");
    assertThat(stores(times)).containsExactly("disk");
    assertThat(times.load().array()).isEqualTo(NDArray.of(1.0, 2.0, 3.0));
    assertThat(session.load(times.toString()).array()).isEqualTo(NDArray.of(1.0, 2.0, 3.0));
    assertThat(times.rows(1, 2)).isEqualTo(NDArray.of(2.0));
    assertThat(catalog.download(times)).startsWith(nas);
    assertThat(catalog.verify(List.of(times)).findings()).isEmpty();
  }

  @Test
  void whatCameSinceIsNotGivenToWhoAskedForWhatWas() throws IOException {
    Dataset times = times();
    Files.delete(disk.resolve(TIMES));
    RealParts.npy(nas.resolve(TIMES), 7, 8, 9);
    catalog.scanStore("disk");
    catalog.scanStore("nas", ScanOptions.hashed());
    assertThat(times().load().array()).isEqualTo(NDArray.of(7.0, 8.0, 9.0));
    assertThatThrownBy(times::load).hasMessageContaining("no store has that content");
  }

  @Test
  void bytesThatOnlyTheOriginalHasAreNotDeleted() throws IOException {
    catalog.copy(datasets(), "nas");
    Path original = disk.resolve(TIMES);
    FileTime time = Files.getLastModifiedTime(original);
    RealParts.npy(original, 7, 8, 9);
    Files.setLastModifiedTime(original, time);
    String commit = catalog.commit().toString();
    assertThatThrownBy(() -> catalog.move(datasets(), "nas"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("'disk:" + TIMES + "' has other bytes than the record")
        .hasMessageContaining("nothing was deleted")
        .extracting(e -> ((CatalogException) e).hint())
        .asString()
        .contains("catalog.scanStore(\"disk\")");
    assertThat(original).exists();
    assertThat(disk.resolve(AMPS)).exists();
    assertThat(catalog.commit()).hasToString(commit);
  }

  @Test
  void bytesThatWereAddedToTheOriginalAreNotDeleted() throws IOException {
    catalog.copy(datasets(), "nas");
    RealParts.npy(disk.resolve(TIMES), 1, 2, 3, 4);
    assertThatThrownBy(() -> catalog.move(List.of(times()), "nas"))
        .hasMessageContaining("'disk:" + TIMES + "' has other bytes than the record");
    assertThat(disk.resolve(TIMES)).exists();
  }

  @Test
  void aCopyThatTheDiskDoesNotTakeIsNotRecordedAndNothingIsDeleted() throws IOException {
    String commit = catalog.commit().toString();
    catalog.close();
    catalog = RealParts.catalog(temporary.resolve("home"));
    WatchedFiles.Happening failure = () -> {
      throw new IOException("The disk does not answer.");
    };
    catalog.addProvider(WatchedFiles.forced(TIMES, failure), Map.of(ProvidesStore.SCHEME, "file"));
    assertThatThrownBy(() -> catalog.move(datasets(), "nas"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("The disk does not answer.");
    assertThat(catalog.commit()).hasToString(commit);
    assertThat(disk.resolve(TIMES)).exists();
    assertThat(stores(times())).containsExactly("disk");

    catalog.move(datasets(), "nas");

    assertThat(stores(times())).containsExactly("nas");
    assertThat(disk.resolve(TIMES)).doesNotExist();
  }

  @Test
  void theBeginningOfADatasetIsACopyThatWasCutOffAndIsMadeAgain() throws IOException {
    Path cut = nas.resolve(TIMES);
    Path empty = nas.resolve(AMPS);
    Files.createDirectories(cut.getParent());
    byte[] whole = Files.readAllBytes(disk.resolve(TIMES));
    Files.write(cut, Arrays.copyOf(whole, 100));
    Files.createFile(empty);

    assertThat(catalog.copy(datasets(), "nas").copied()).isEqualTo(2);

    assertThat(cut).hasBinaryContent(whole);
    assertThat(empty).hasSameBinaryContentAs(disk.resolve(AMPS));
  }

  @Test
  void shorterBytesThatAreNotTheBeginningStayAsTheyAre() throws IOException {
    Path mine = nas.resolve(TIMES);
    Files.createDirectories(mine.getParent());
    Files.writeString(mine, "mine");
    assertThatThrownBy(() -> catalog.copy(List.of(times()), "nas"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("'nas:" + TIMES + "' is there already and has 4 bytes, not ")
        .extracting(e -> ((CatalogException) e).hint())
        .asString()
        .contains("delete it; else take another store");
    assertThat(mine).hasContent("mine");
    assertThat(stores(times())).containsExactly("disk");
  }

  @Test
  void whatAColleagueCopiedSinceIsNotTakenOutOfTheRecord() throws IOException {
    Path tape = Files.createDirectory(temporary.resolve("tape"));
    catalog.stores().add("tape", tape.toString());
    List<Dataset> before = datasets();
    catalog.copy(before, "tape");

    catalog.move(before, "nas");

    assertThat(tape.resolve(TIMES)).exists();
    assertThat(stores(times())).containsExactlyInAnyOrder("nas", "tape");
    assertThat(disk.resolve(TIMES)).doesNotExist();
  }

  @Test
  void aFileIsNotMovedToALinkToItself() throws IOException {
    Path link = nas.resolve(TIMES);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, disk.resolve(TIMES));
    assertThatThrownBy(() -> catalog.move(List.of(times()), "nas"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("are one file under two names; nothing was deleted");
    assertThat(disk.resolve(TIMES)).isRegularFile();
    assertThat(stores(times())).containsExactly("disk");
  }

  @Test
  void linksToWhatWasMovedGoToo() throws IOException {
    Path view = Files.createDirectory(temporary.resolve("view"));
    Files.createDirectories(view.resolve(TIMES).getParent());
    Files.createSymbolicLink(view.resolve(TIMES), disk.resolve(TIMES));
    catalog.stores().add("view", view.toString());
    catalog.scanStore("view");
    catalog.move(List.of(times()), "nas");
    assertThat(view).isEmptyDirectory();
    assertThat(disk.resolve(TIMES)).doesNotExist();
    assertThat(nas.resolve(TIMES)).exists();
    assertThat(stores(times())).containsExactly("nas");
  }

  @Test
  void whatIsGoneAlreadyStopsNothing() throws IOException {
    catalog.copy(datasets(), "nas");
    Files.delete(disk.resolve(AMPS));
    catalog.move(datasets(), "nas");
    assertThat(disk).isEmptyDirectory();
    assertThat(datasets()).allSatisfy(one -> assertThat(stores(one)).containsExactly("nas"));
  }

  @Test
  void oneThatCannotBeDeletedStopsNoOther() throws IOException {
    try (SmallDisk tape = SmallDisk.mount(temporary.resolve("tape"), "1m")) {
      RealParts.npy(tape.path().resolve(AMPS), 4, 5, 6);
      RealParts.npy(tape.path().resolve(TIMES), 1, 2, 3);
      catalog.stores().add("tape", tape.path().toString());
      catalog.scanStore("tape", ScanOptions.hashed());
      tape.forbidWriting();
      assertThatThrownBy(() -> catalog.move(datasets(), "nas"))
          .isInstanceOf(CatalogException.class)
          .hasMessageContaining("2 datasets were moved to store 'nas'")
          .hasMessageContaining("could not be deleted: 'tape:" + AMPS + "' (")
          .hasMessageContaining("'tape:" + TIMES + "' (");
      assertThat(disk).isEmptyDirectory();
      assertThat(datasets()).allSatisfy(one -> assertThat(stores(one)).containsExactly("nas"));
    }
  }

  @Test
  void aFileThatCarriesItsIdIsMovedToo() throws IOException {
    Dataset times = times();
    Path named = disk.resolve(TIMES)
        .resolveSibling(times.path().name().withUuid(times.id()).toString());
    Files.move(disk.resolve(TIMES), named);
    assertThat(catalog.verify(List.of(times)).isClean()).isTrue();
    catalog.move(List.of(times), "nas");
    assertThat(named).doesNotExist();
    assertThat(nas.resolve(TIMES)).exists();
    assertThat(times().load()).isEqualTo(NDArray.of(1.0, 2.0, 3.0));
  }
}
