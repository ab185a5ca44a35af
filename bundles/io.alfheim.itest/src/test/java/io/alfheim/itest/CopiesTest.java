/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.CheckReport;
import io.alfheim.catalog.CopyReport;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.Finding;
import io.alfheim.catalog.ScanOptions;
import io.alfheim.catalog.UnknownStoreException;
import io.alfheim.catalog.internal.RealParts;
import io.alfheim.data.NDArray;
import io.alfheim.store.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Datasets that are on a web server, in local stores and in the cache. */
class CopiesTest extends FarSession {
  private Path disk;
  private Path nas;

  @BeforeEach
  void twoEmptyStoresBeside() throws IOException {
    disk = Files.createDirectory(temporary.resolve("disk"));
    nas = Files.createDirectory(temporary.resolve("nas"));
    catalog.stores().add("disk", disk.toString());
    catalog.stores().add("nas", nas.toString());
  }

  private static List<String> stores(Dataset dataset) {
    return dataset.locations().stream().map(Location::store).toList();
  }

  @Test
  void whatIsFarIsFetchedOnceAndIsThereWithoutTheServer() {
    assertThat(dataset(TIMES).load()).isEqualTo(VALUES);
    assertThat(dataset(TIMES).load()).isEqualTo(VALUES);
    assertThat(server.sent).containsExactly("spikes.times.npy");
    server.close();
    assertThat(dataset(TIMES).load()).isEqualTo(VALUES);
    assertThat(dataset(TIMES).file()).isPresent();
    assertThat(catalog.copies().cache().files()).isEqualTo(1);
  }

  @Test
  void manyAreDownloadedInOrderAndOnce() {
    List<Dataset> both = List.of(dataset(TIMES), dataset(AMPS), dataset(TIMES));
    List<Path> files = catalog.download(both);
    assertThat(files.get(0)).hasSameBinaryContentAs(served(TIMES)).isEqualTo(files.get(2));
    assertThat(files.get(1)).hasSameBinaryContentAs(served(AMPS));
    assertThat(catalog.download(both)).isEqualTo(files);
    assertThat(server.sent).containsExactlyInAnyOrder("spikes.times.npy", "spikes.amps.npy");
  }

  @Test
  void oneThatCannotBeHadStopsNoOther() throws IOException {
    Files.delete(served(AMPS));
    assertThatThrownBy(() -> catalog.download(List.of(dataset(AMPS), dataset(TIMES))))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("1 of 2 datasets were not downloaded")
        .hasMessageContaining("alf/spikes.amps.npy");
    assertThat(dataset(TIMES).file()).isPresent();
  }

  @Test
  void otherBytesThanRecordedAreNotLoaded() throws IOException {
    RealParts.npy(served(TIMES), 7, 8, 9);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> dataset(TIMES).load())
          .isInstanceOf(CatalogException.class)
          .hasMessageContaining("'web:" + SESSION + "/" + TIMES + "' has the MD5")
          .extracting(e -> ((CatalogException) e).hint())
          .asString()
          .contains("scan it again");
    }
    assertThat(server.sent).hasSize(1);
    assertThat(catalog.copies().cache().quarantine()).hasSize(1);
  }

  @Test
  void withoutAHashThereIsNothingToCheckACopyBy() throws IOException {
    RealParts.npy(served("alf/spikes.depths.npy"), 1, 2);
    catalog.scanStore("web");
    assertThatThrownBy(() -> catalog.download(dataset("alf/spikes.depths.npy")))
        .hasMessageContaining("The record has no hash of dataset 'alf/spikes.depths.npy'");
    assertThat(dataset("alf/spikes.depths.npy").load()).isEqualTo(NDArray.of(1.0, 2.0));
  }

  @Test
  void aLargeFileIsReadWhereItIs() throws IOException {
    Files.writeString(temporary.resolve("home/etc/io.alfheim.cache.cfg"), "whole = 100\n");
    assertThat(dataset(TIMES).load()).isEqualTo(VALUES);
    assertThat(catalog.copies().cache().files()).isZero();
    catalog.download(dataset(TIMES));
    server.close();
    assertThat(dataset(TIMES).load()).isEqualTo(VALUES);
  }

  @Test
  void aSettingThatIsNoSizeIsNamed() throws IOException {
    Files.writeString(temporary.resolve("home/etc/io.alfheim.cache.cfg"), "limit = much\n");
    assertThatThrownBy(() -> dataset(TIMES).load())
        .hasMessageContaining("Line 'limit' of the file 'io.alfheim.cache.cfg' is 'much'");
  }

  @Test
  void aCopyIsRecordedAndNearer() {
    List<Dataset> copied = catalog.copy(List.of(dataset(TIMES)), "disk").datasets();
    assertThat(stores(copied.get(0))).containsExactlyInAnyOrder("web", "disk");
    assertThat(stores(dataset(AMPS))).containsExactly("web");
    assertThat(disk.resolve(SESSION).resolve(TIMES)).hasSameBinaryContentAs(served(TIMES));
    server.close();
    assertThat(dataset(TIMES).load()).isEqualTo(VALUES);
    assertThat(catalog.scanStore("disk").commit()).isEqualTo(catalog.commit());
    assertThat(catalog.copies().cache().files()).isZero();
  }

  @Test
  void aCopyOfTheSameIsNoChangeAndOneOverOtherBytesIsRefused() throws IOException {
    RealParts.npy(disk.resolve(SESSION).resolve(TIMES), 1, 2, 3);
    RealParts.npy(disk.resolve(SESSION).resolve(AMPS), 7, 8, 9);
    catalog.copy(List.of(dataset(TIMES)), "disk");
    assertThatThrownBy(() -> catalog.copy(List.of(dataset(TIMES), dataset(AMPS)), "disk"))
        .hasMessageContaining(
            "'disk:" + SESSION + "/" + AMPS + "' is there already and has the MD5");
    assertThat(stores(dataset(AMPS))).containsExactly("web");
    assertThat(disk.resolve(SESSION).resolve(TIMES)).exists();
  }

  @Test
  void damagedBytesAreNotCopied() throws IOException {
    RealParts.npy(served(TIMES), 7, 8, 9);
    assertThatThrownBy(() -> catalog.copy(List.of(dataset(AMPS), dataset(TIMES)), "disk"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("has the MD5");
    assertThat(disk.resolve(SESSION).resolve(TIMES)).doesNotExist();
    assertThat(stores(dataset(AMPS))).containsExactly("web");
  }

  @Test
  void whatIsThereAndIntactIsNotCopiedAgain() throws IOException {
    List<Dataset> both = List.of(dataset(AMPS), dataset(TIMES));
    byte[] times = Files.readAllBytes(served(TIMES));
    Files.delete(served(TIMES));
    assertThatThrownBy(() -> catalog.copy(both, "disk"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("is no longer there");
    assertThat(stores(dataset(AMPS))).containsExactly("web");
    Files.write(served(TIMES), times);
    catalog.copy(List.of(dataset(AMPS)), "disk");
    server.sent.clear();
    CopyReport report = catalog.copy(both, "disk");
    assertThat(server.sent).containsExactly("spikes.times.npy");
    assertThat(report)
        .hasToString(
            "Copied 1 dataset (" + times.length + " B) to store 'disk'; 1 was there" + " already.");
    assertThat(report.datasets())
        .hasSize(2)
        .allSatisfy(one -> assertThat(stores(one)).containsExactlyInAnyOrder("web", "disk"));
    assertThat(catalog.copy(both, "disk").skipped()).isEqualTo(2);
  }

  @Test
  void aCopyIsKnownByWhatItLooksLike() throws IOException {
    catalog.copy(List.of(dataset(TIMES)), "disk");
    Path copy = disk.resolve(SESSION).resolve(TIMES);
    FileTime before = Files.getLastModifiedTime(copy);
    RealParts.npy(copy, 7, 8, 9);
    Files.setLastModifiedTime(copy, before);
    assertThat(catalog.copy(List.of(dataset(TIMES)), "disk").skipped())
        .as("it looks as it did, and is not read")
        .isEqualTo(1);
    Files.setLastModifiedTime(copy, FileTime.fromMillis(before.toMillis() + 5000));
    assertThatThrownBy(() -> catalog.copy(List.of(dataset(TIMES)), "disk"))
        .hasMessageContaining("is there already and has the MD5");
  }

  @Test
  void fromDiskToDiskNothingIsSentAndDamageIsFound() throws IOException {
    catalog.copy(List.of(dataset(TIMES), dataset(AMPS)), "disk");
    server.sent.clear();
    CopyReport report = catalog.copy(List.of(dataset(TIMES)), "nas");
    assertThat(report.copied()).isEqualTo(1);
    assertThat(nas.resolve(SESSION).resolve(TIMES)).hasSameBinaryContentAs(served(TIMES));
    assertThat(server.sent).isEmpty();
    RealParts.npy(disk.resolve(SESSION).resolve(AMPS), 7, 8, 9);
    assertThat(catalog.copy(List.of(dataset(AMPS)), "nas").copied())
        .as("the other copy is intact")
        .isEqualTo(1);
    assertThat(nas.resolve(SESSION).resolve(AMPS)).hasSameBinaryContentAs(served(AMPS));
  }

  @Test
  void aCopyGoesOnWhereItWasCutOff() throws IOException {
    double[] values = NDArray.arange(100_000).toDoubleArray();
    RealParts.npy(served("alf/spikes.depths.npy"), values);
    catalog.scanStore("web", ScanOptions.hashed());
    server.bytes.set(0);
    server.cuts.set(1);
    catalog.copy(List.of(dataset("alf/spikes.depths.npy")), "disk");
    assertThat(disk.resolve(SESSION).resolve("alf/spikes.depths.npy"))
        .hasSameBinaryContentAs(served("alf/spikes.depths.npy"));
    assertThat(server.cuts.get()).isZero();
    assertThat(server.bytes.get()).isLessThan(810_000);
  }

  @Test
  void anUnhashedDatasetIsMovedIfBothAreTheSame() throws IOException {
    RealParts.npy(disk.resolve("KS016/2020-01-03/001").resolve(TIMES), 1, 2, 3);
    catalog.scanStore("disk");
    catalog.move(catalog.session("KS016/2020-01-03/001").datasets(), "nas");
    assertThat(disk).isEmptyDirectory();
    assertThat(nas.resolve("KS016/2020-01-03/001").resolve(TIMES))
        .hasSameBinaryContentAs(served(TIMES));
  }

  @Test
  void aLocalCopyOfAnotherSizeIsPassedBy() throws IOException {
    catalog.copy(List.of(dataset(TIMES)), "disk");
    Files.write(disk.resolve(SESSION).resolve(TIMES), new byte[10]);
    assertThat(dataset(TIMES).load()).isEqualTo(VALUES);
  }

  @Test
  void aLocalCopyOfOtherBytesIsPassedBy() throws IOException {
    catalog.copy(List.of(dataset(TIMES)), "disk");
    Path copy = disk.resolve(SESSION).resolve(TIMES);
    assertThat(dataset(TIMES).source().file()).hasValue(copy.toRealPath());
    RealParts.npy(copy, 7, 8, 9);
    Files.setLastModifiedTime(copy, FileTime.fromMillis(1_000_000));
    assertThat(dataset(TIMES).load()).isEqualTo(VALUES);
    assertThat(dataset(TIMES).rows(0, 1)).isEqualTo(NDArray.of(1.0));
    assertThat(catalog.download(dataset(TIMES))).hasSameBinaryContentAs(served(TIMES));
  }

  @Test
  void ofManyThingsThatTakeTimeTheWholeAndTheStepsAreShown() {
    Map<String, Long> totals = new ConcurrentHashMap<>();
    Map<String, Long> steps = new ConcurrentHashMap<>();
    RealParts.show(catalog, (what, total) -> {
      totals.put(what, total);
      return step -> steps.merge(what, step, Long::sum);
    });
    List<Dataset> both = List.of(dataset(TIMES), dataset(AMPS));
    long bytes = both.stream().mapToLong(one -> one.size().orElseThrow()).sum();
    catalog.download(both);
    catalog.copy(both, "disk");
    catalog.verify(both.stream().map(one -> dataset(one.toString())).toList());
    Map<String, Long> all =
        Map.of("Downloading bytes", bytes, "Copying bytes", bytes, "Checking datasets", 2L);
    assertThat(totals).containsAllEntriesOf(all);
    assertThat(steps).containsAllEntriesOf(all);
  }

  @Test
  void aMovedDatasetIsInOneStoreOnly() {
    catalog.copy(List.of(dataset(TIMES), dataset(AMPS)), "disk");
    catalog.stores().remove("web");
    assertThatThrownBy(() -> catalog.move(List.of(dataset(TIMES)), "nas"))
        .isInstanceOf(UnknownStoreException.class)
        .hasMessageContaining("No store 'web'");
    assertThat(nas).isEmptyDirectory();
  }

  @Test
  void aMoveDeletesWhatItLeaves() throws IOException {
    Path own = disk.resolve("KS015/2020-01-03/001");
    RealParts.npy(own.resolve(TIMES), 1, 2, 3);
    RealParts.npy(own.resolve(AMPS), 4, 5, 6);
    catalog.scanStore("disk");
    List<Dataset> both = catalog.session("KS015/2020-01-03/001").datasets();
    catalog.move(List.of(both.get(0)), "nas");
    assertThat(own.resolve(AMPS)).doesNotExist();
    assertThat(own.resolve(TIMES)).exists();
    List<Dataset> now = catalog.session("KS015/2020-01-03/001").datasets();
    assertThat(stores(now.get(0))).containsExactly("nas");
    assertThat(stores(now.get(1))).containsExactly("disk");
    assertThat(now.get(0).load()).isEqualTo(NDArray.of(4.0, 5.0, 6.0));
    catalog.move(now, "nas");
    assertThat(disk).isEmptyDirectory();
    assertThat(catalog.session("KS015/2020-01-03/001").datasets())
        .allSatisfy(one -> assertThat(stores(one)).containsExactly("nas"));
    assertThat(catalog.scanStore("nas").commit()).isEqualTo(catalog.commit());
  }

  @Test
  void fromAStoreThatCanOnlyBeReadNothingIsMoved() {
    assertThatThrownBy(() -> catalog.move(List.of(dataset(TIMES)), "disk"))
        .isInstanceOf(UnknownStoreException.class)
        .hasMessageContaining("Store 'web' at")
        .hasMessageContaining("can only be read");
    assertThat(disk).isEmptyDirectory();
  }

  @Test
  void onePlaceUnderTwoNamesIsNotMovedToItself() throws IOException {
    Path link = Files.createSymbolicLink(temporary.resolve("link"), disk);
    catalog.stores().add("again", link.toString());
    Path session = disk.resolve("KS015/2020-01-03/001");
    Path file = session.resolve(TIMES);
    RealParts.npy(file, 1, 2, 3);
    catalog.scanStore("disk");
    List<Dataset> datasets = catalog.session("KS015/2020-01-03/001").datasets();
    assertThatThrownBy(() -> catalog.move(datasets, "again"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("are one file")
        .hasMessageContaining("nothing was deleted");
    try (Stream<Path> left = Files.walk(session)) {
      assertThat(left.filter(Files::isRegularFile)).containsExactly(file);
    }
  }

  @Test
  void everyCopyIsCompared() throws IOException {
    List<Dataset> both =
        catalog.copy(List.of(dataset(TIMES), dataset(AMPS)), "disk").datasets();
    CheckReport clean = catalog.verify(both);
    assertThat(clean.isClean()).isTrue();
    assertThat(clean.datasets()).isEqualTo(4);
    RealParts.npy(disk.resolve(SESSION).resolve(TIMES), 7, 8, 9);
    Files.delete(served(AMPS));
    assertThat(catalog.verify(both).findings())
        .extracting(Finding::problem, Finding::where)
        .containsExactlyInAnyOrder(
            tuple(Finding.Problem.CONTENT_DIFFERS, "disk:" + SESSION + "/" + TIMES),
            tuple(Finding.Problem.MISSING, "web:" + SESSION + "/" + AMPS));
  }
}
