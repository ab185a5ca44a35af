/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.catalog.Catalog;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.ScanOptions;
import io.alfheim.catalog.ScanReport;
import io.alfheim.catalog.ScanReport.LeftOut;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.store.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One dataset in two stores, of which one gets other bytes. */
class OtherBytesTest {
  private static final String SESSION = "KS014/2020-01-02/001";
  private static final String TIMES = SESSION + "/alf/spikes.times.npy";

  @TempDir
  Path temporary;

  private Path disk;
  private Path nas;
  private HomeCatalog catalog;
  private String before;
  private int changes;

  @BeforeEach
  void oneDatasetInBoth() throws IOException {
    disk = Files.createDirectory(temporary.resolve("disk"));
    nas = Files.createDirectory(temporary.resolve("nas"));
    catalog = RealParts.catalog(temporary.resolve("home"));
    catalog.stores().add("disk", disk.toString());
    catalog.stores().add("nas", nas.toString());
    write(disk, 1, 2, 3);
    write(nas, 1, 2, 3);
    scan("disk");
    scan("nas");
    before = catalog.commit().value();
    assertThat(stores()).containsExactlyInAnyOrder("disk", "nas");
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
  }

  /** Each time at another time, however fast the machine is. */
  private void write(Path store, double... values) throws IOException {
    Path file = store.resolve(TIMES);
    RealParts.npy(file, values);
    Instant time = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(++changes);
    Files.setLastModifiedTime(file, FileTime.from(time));
  }

  private ScanReport scan(String store) {
    return catalog.scanStore(store, ScanOptions.hashed());
  }

  private List<String> stores() {
    return dataset(catalog).locations().stream().map(Location::store).toList();
  }

  private static Dataset dataset(Catalog catalog) {
    return catalog.session(SESSION).dataset("spikes.times");
  }

  private static double[] load(Catalog catalog) {
    return dataset(catalog).load().array().toDoubleArray();
  }

  @Test
  void otherBytesInOneStoreAreSaidOfNoOther() throws IOException {
    write(disk, 7, 8, 9);
    assertThat(scan("disk").changed()).isEqualTo(1);

    assertThat(stores()).containsExactly("disk");
    assertThat(load(catalog)).containsExactly(7, 8, 9);
    Files.move(disk, temporary.resolve("unmounted"));
    assertThatThrownBy(() -> load(catalog)).isInstanceOf(CatalogException.class);
  }

  @Test
  void whatWasReplacedInOneStoreIsLoadedOfThePastFromTheOther() throws IOException {
    write(disk, 7, 8, 9);
    scan("disk");

    assertThat(load(catalog.at(before))).containsExactly(1, 2, 3);
  }

  @Test
  void aStoreThatHasOtherBytesThanTheRecordIsToldOfAndTurnsNothing() throws IOException {
    write(disk, 7, 8, 9);
    scan("disk");
    CommitId commit = catalog.commit();

    for (int i = 0; i < 2; i++) {
      ScanReport report = scan("nas");
      assertThat(report.changed()).isZero();
      assertThat(report.problems()).extracting(LeftOut::path).containsExactly(TIMES);
      assertThat(report.problems().get(0).reason())
          .contains("other content (152 bytes, MD5 ")
          .contains("store 'disk'");
      assertThat(scan("disk").problems()).isEmpty();
    }

    assertThat(catalog.commit()).isEqualTo(commit);
    assertThat(load(catalog)).containsExactly(7, 8, 9);
  }

  @Test
  void asSoonAsOneIsReplacedByTheOtherBothHaveIt() throws IOException {
    write(disk, 7, 8, 9);
    scan("disk");
    write(nas, 7, 8, 9);
    assertThat(scan("nas").problems()).isEmpty();
    assertThat(stores()).containsExactlyInAnyOrder("disk", "nas");

    write(nas, 4, 4, 4);
    scan("nas");
    assertThat(stores()).containsExactly("nas");
  }

  @Test
  void aStoreThatIsNewToASessionDoesNotReplaceWhatOthersHave() throws IOException {
    Path copy = Files.createDirectory(temporary.resolve("copy"));
    catalog.stores().add("copy", copy.toString());
    write(copy, 5, 5, 5, 5);

    ScanReport report = catalog.scanStore("copy");

    assertThat(report.problems()).extracting(LeftOut::path).containsExactly(TIMES);
    assertThat(stores()).containsExactlyInAnyOrder("disk", "nas");
    assertThat(load(catalog)).containsExactly(1, 2, 3);
  }

  @Test
  void whatWasDeletedInTheOneIsTakenFromTheOther() throws IOException {
    write(disk, 7, 8, 9);
    scan("disk");
    Files.delete(disk.resolve(TIMES));
    scan("disk");
    assertThat(scan("nas").problems()).isEmpty();

    assertThat(stores()).containsExactly("nas");
    assertThat(load(catalog)).containsExactly(1, 2, 3);
  }
}
