/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.CheckLevel;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.Progress;
import io.alfheim.catalog.ScanOptions;
import io.alfheim.catalog.ScanReport;
import io.alfheim.catalog.ScanReport.LeftOut;
import io.alfheim.catalog.Session;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.store.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scan writes down, and what it does with folders that are not as they should be. */
class ScanTest {
  private static final String SESSION = "KS014/2020-01-02/001";

  @TempDir
  Path temporary;

  private Path data;
  private Path times;
  private HomeCatalog catalog;

  @BeforeEach
  void oneSession() throws IOException {
    data = temporary.resolve("data");
    times = data.resolve(SESSION).resolve("alf/spikes.times.npy");
    RealParts.npy(times, 1, 2, 3);
    catalog = RealParts.catalog(temporary.resolve("home"));
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
  }

  @Test
  void aSecondScanOfTheSameFolderChangesNothing() {
    ScanReport first = catalog.scan(data);
    ScanReport second = catalog.scan(data);
    assertThat(first.added()).isEqualTo(1);
    assertThat(second.added() + second.changed() + second.removed()).isZero();
    assertThat(second.commit()).isEqualTo(first.commit());
    assertThat(catalog.stores()).hasSize(1);
  }

  @Test
  void whatWasAddedChangedAndRemovedIsCounted() throws IOException {
    RealParts.npy(times.resolveSibling("spikes.amps.npy"), 1);
    catalog.scan(data);
    RealParts.npy(times, 1, 2, 3, 4);
    Files.delete(times.resolveSibling("spikes.amps.npy"));
    RealParts.npy(times.resolveSibling("spikes.depths.npy"), 1);
    ScanReport report = catalog.scan(data);
    assertThat(report.added()).isEqualTo(1);
    assertThat(report.changed()).isEqualTo(1);
    assertThat(report.removed()).isEqualTo(1);
    assertThat(catalog.session(SESSION).datasets())
        .extracting(Object::toString)
        .containsExactly("alf/spikes.depths.npy", "alf/spikes.times.npy");
  }

  @Test
  void aHashedScanReadsOnlyWhatLooksDifferent() throws IOException {
    catalog.scan(data, ScanOptions.hashed());
    String hash = catalog.session(SESSION).dataset("spikes.times").hash().orElseThrow();
    FileTime before = Files.getLastModifiedTime(times);
    RealParts.npy(times, 9, 9, 9);
    Files.setLastModifiedTime(times, before);
    assertThat(catalog.scan(data, ScanOptions.hashed()).changed())
        .as("same size and time: not read again")
        .isZero();
    Files.setLastModifiedTime(times, FileTime.fromMillis(before.toMillis() + 5_000));
    assertThat(catalog.scan(data).changed())
        .as("read again, because its hash is known")
        .isEqualTo(1);
    assertThat(catalog.session(SESSION).dataset("spikes.times").hash())
        .isNotEmpty()
        .get()
        .isNotEqualTo(hash);
  }

  @Test
  void namesThatAreNotAlfAreLeftOutWithTheReason() throws IOException {
    Files.writeString(times.resolveSibling("notes.txt"), "");
    Files.writeString(times.resolveSibling("a-b.c.d"), "");
    Files.writeString(data.resolve("stray.times.npy"), "");
    ScanReport report = catalog.scan(data);
    assertThat(report.datasets()).isEqualTo(1);
    assertThat(report.leftOut())
        .extracting(LeftOut::path)
        .containsExactly(SESSION + "/alf/a-b.c.d", SESSION + "/alf/notes.txt", "stray.times.npy");
    assertThat(report.leftOut()).allSatisfy(left -> assertThat(left.reason()).isNotBlank());
    assertThat(report.toString()).contains("notes.txt").contains("Left out");
  }

  @Test
  void twoSpellingsOfOneNumberAreOneSessionAndTheOtherIsReported() throws IOException {
    RealParts.npy(data.resolve("KS014/2020-01-02/1/alf/wheel.position.npy"), 1);
    ScanReport report = catalog.scan(data);
    assertThat(report.sessions()).isEqualTo(1);
    assertThat(report.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.path()).isEqualTo("KS014/2020-01-02/1");
      assertThat(problem.reason()).contains("same session").contains("001");
    });
    assertThat(catalog.session(SESSION).datasets()).hasSize(1);
  }

  @Test
  void anEmptySessionFolderIsASessionWithoutDatasets() throws IOException {
    Files.createDirectories(data.resolve("KS014/2020-01-03/001"));
    assertThat(catalog.scan(data).sessions()).isEqualTo(2);
    Session session = catalog.session("KS014/2020-01-03/001");
    assertThat(session.datasets()).isEmpty();
    assertThatThrownBy(() -> session.load("spikes.times")).hasMessageContaining("no datasets");
  }

  @Test
  void foldersOfDatesThatDoNotExistAreNoSessions() throws IOException {
    RealParts.npy(data.resolve("KS014/2020-02-30/001/alf/wheel.position.npy"), 1);
    ScanReport report = catalog.scan(data);
    assertThat(report.sessions()).isEqualTo(1);
    assertThat(report.leftOut())
        .extracting(LeftOut::path)
        .containsExactly("KS014/2020-02-30/001/alf/wheel.position.npy");
  }

  @Test
  void loopsOfLinksAndBrokenLinksAreReportedAndTheRestIsFound() throws IOException {
    Files.createSymbolicLink(times.resolveSibling("loop"), data);
    Files.createSymbolicLink(times.resolveSibling("spikes.amps.npy"), Path.of("nowhere"));
    ScanReport report = catalog.scan(data);
    assertThat(report.datasets()).isEqualTo(1);
    assertThat(report.problems()).hasSize(2);
  }

  @Test
  void whatCouldNotBeListedIsNotTakenForGone() throws IOException {
    RealParts.npy(times.resolveSibling("probe00/spikes.amps.npy"), 1);
    catalog.scan(data);
    Path moved = temporary.resolve("elsewhere");
    Files.move(times.resolveSibling("probe00"), moved);
    Files.createSymbolicLink(times.resolveSibling("probe00"), Path.of("nowhere"));
    assertThat(catalog.scan(data).removed()).isZero();
    assertThat(catalog.session(SESSION).datasets()).hasSize(2);
  }

  @Test
  void aSessionThatIsGoneIsRemovedButItsHistoryStays() throws IOException {
    Path session = data.resolve("KS014/2020-01-05/001");
    RealParts.npy(session.resolve("alf/wheel.position.npy"), 1);
    CommitId before = catalog.scan(data).commit();
    Files.move(session, temporary.resolve("away"));
    assertThat(catalog.scan(data).removed()).isEqualTo(1);
    assertThat(catalog.search().count()).isEqualTo(1);
    int[] then = {0};
    catalog.backends().record().at(before).forEach(one -> then[0]++);
    assertThat(then[0]).isEqualTo(2);
  }

  @Test
  void anUnmountedDiskIsNotTakenForEmpty() throws IOException {
    catalog.scan(data);
    Files.move(data.resolve("KS014"), temporary.resolve("away"));
    assertThatThrownBy(() -> catalog.scan(data))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("Nothing was changed");
    assertThat(catalog.search().count()).isEqualTo(1);
    catalog.scan(data, ScanOptions.DEFAULT.withForgetting(true));
    assertThat(catalog.search().count()).isZero();
  }

  @Test
  void aPartOfAStoreIsScannedWithoutTouchingTheRest() throws IOException {
    RealParts.npy(data.resolve("KS021/2020-01-05/001/alf/wheel.position.npy"), 1);
    catalog.scan(data);
    RealParts.npy(data.resolve("KS021/2020-01-06/001/alf/wheel.position.npy"), 1);
    ScanReport report = catalog.scan(data.resolve("KS021"));
    assertThat(report.sessions()).isEqualTo(2);
    assertThat(report.removed()).isZero();
    assertThat(catalog.search().count()).isEqualTo(3);
    assertThat(catalog.stores()).hasSize(1);
  }

  @Test
  void onlyWhatLiesBelowTheFolderScannedIsTakenForGone() throws IOException {
    RealParts.npy(data.resolve("KS014/2020-01-05/001/alf/wheel.position.npy"), 1);
    RealParts.npy(data.resolve("KS0140/2020-01-05/001/alf/wheel.position.npy"), 1);
    catalog.scan(data);
    Files.move(data.resolve("KS014/2020-01-05"), temporary.resolve("away"));
    Files.move(data.resolve("KS0140/2020-01-05"), temporary.resolve("away too"));
    assertThat(catalog.scan(data.resolve("KS014")).removed()).isEqualTo(1);
    assertThat(catalog.search().list())
        .extracting(session -> session.key().toString())
        .containsExactly("KS0140/2020-01-05/001", SESSION);
  }

  @Test
  void aStoreThatIsAddedUnaskedHasTheNameOfNoStoreOfTheRecord() throws IOException {
    catalog.scan(data);
    catalog.stores().remove("data");
    Path own = temporary.resolve("own/data");
    RealParts.npy(own.resolve("KS021/2020-01-05/001/alf/wheel.position.npy"), 1);

    ScanReport report = catalog.scan(own);

    assertThat(report.store()).isEqualTo("data-2");
    assertThat(report.removed()).isZero();
    assertThat(report).asString().contains("stores.add(\"data\"");
    assertThat(catalog.session(SESSION).datasets()).hasSize(1);
    assertThat(catalog.scan(own).problems()).isEmpty();

    catalog.stores().add("data", data.toString());
    assertThat(catalog.session(SESSION).load("spikes.times").array().size()).isEqualTo(3);
    assertThat(catalog.scan(data).store()).isEqualTo("data");
  }

  @Test
  void aFolderInsideASessionPathKnowsItsSubjectFromAbove() throws IOException {
    ScanReport report = catalog.scan(data.resolve("KS014"));
    assertThat(report.sessions()).isEqualTo(1);
    assertThat(catalog.session(SESSION).load("spikes.times").array().size()).isEqualTo(3);
  }

  @Test
  void theSameSessionInTwoStoresIsLoadedFromTheOneThatHasTheDataset() throws IOException {
    Path copy = temporary.resolve("copy");
    RealParts.npy(copy.resolve(SESSION).resolve("alf/spikes.amps.npy"), 5);
    catalog.scan(data);
    catalog.scan(copy);
    Session session = catalog.session(SESSION);
    assertThat(session.load("spikes.amps").array().toDoubleArray()).containsExactly(5);
    assertThat(session.load("spikes.times").array().size()).isEqualTo(3);
    assertThat(catalog.scan(data).removed()).as("what only the other store has").isZero();
    assertThat(catalog.session(SESSION).datasets()).hasSize(2);
  }

  @Test
  void whatWasOnlyInAFolderThatVanishedIsForgottenWithIt() throws IOException {
    Path copy = temporary.resolve("copy");
    Path amps = copy.resolve(SESSION).resolve("alf/spikes.amps.npy");
    RealParts.npy(amps, 5);
    RealParts.npy(copy.resolve("KS099/2020-01-01/001/alf/spikes.times.npy"), 5);
    catalog.scan(data);
    catalog.scan(copy);
    int before = catalog.session(SESSION).datasets().size();

    Files.delete(amps);
    Files.delete(copy.resolve(SESSION).resolve("alf"));
    Files.delete(copy.resolve(SESSION));
    assertThat(catalog.scan(copy).removed()).isEqualTo(1);

    assertThat(catalog.session(SESSION).datasets())
        .hasSize(before - 1)
        .allSatisfy(left ->
            assertThat(left.locations()).extracting(Location::store).containsExactly("data"));
    assertThat(catalog.check(CheckLevel.FILES).findings()).isEmpty();
  }

  @Test
  void aFileThatCarriesItsIdStaysTheDatasetThatItWas() throws IOException {
    catalog.scan(data, ScanOptions.hashed());
    Dataset before = catalog.session(SESSION).dataset("spikes.times").setQc(Qc.FAIL, "noise");
    String name = before.path().name().withUuid(before.id()).toString();
    Path named = Files.move(times, times.resolveSibling(name));

    ScanReport report = catalog.scan(data);
    assertThat(report.added() + report.changed() + report.removed()).isZero();
    assertThat(catalog.session(SESSION).datasets()).singleElement().satisfies(now -> {
      assertThat(now.id()).isEqualTo(before.id());
      assertThat(now.qc()).isEqualTo(Qc.FAIL);
      assertThat(now.load().array().size()).isEqualTo(3);
    });

    RealParts.npy(named, 9, 9, 9);
    Files.setLastModifiedTime(named, FileTime.fromMillis(5_000));
    assertThat(catalog.scan(data).changed()).as("known by its hash, and read").isEqualTo(1);

    Files.copy(named, times);
    assertThat(catalog.scan(data).added()).as("both are there").isEqualTo(1);
    Files.delete(times);
    assertThat(catalog.scan(data).removed()).as("the other is known").isEqualTo(1);
  }

  @Test
  void aFolderThatIsNotThereIsAnsweredWithTheNearest() {
    assertThatThrownBy(() -> catalog.scan(data.resolve("KS0114")))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("KS0114")
        .hasMessageContaining("nearest is '" + data + "'");
  }

  @Test
  void anInterruptedScanLeavesNothingBehind() {
    catalog.setProgress((what, total) -> steps -> {});
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> catalog.scan(data)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(catalog.search().count()).isZero();
    assertThat(catalog.scan(data).sessions()).isEqualTo(1);
  }

  @Test
  void progressIsToldOfEverySession() {
    long[] seen = {0, 0};
    Progress counting = (what, total) -> {
      seen[0] = total;
      return steps -> seen[1] += steps;
    };
    catalog.setProgress(counting);
    catalog.scan(data);
    assertThat(seen).containsExactly(1, 1);
  }
}
