/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.catalog.ScanOptions;
import io.alfheim.catalog.UnavailableException;
import io.alfheim.catalog.spi.CommitId;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Homes on disks that are full or cannot be written. */
class BadDiskTest {
  private static final String SESSION = "KS014/2020-01-02/001";

  @TempDir
  Path temporary;

  private Path data;
  private SmallDisk disk;
  private Path home;

  @BeforeEach
  void aHomeOnADiskOfItsOwn() throws Exception {
    disk = SmallDisk.mount(temporary.resolve("disk"), "1m");
    home = disk.path().resolve("home");
    data = temporary.resolve("data");
    RealParts.npy(data.resolve(SESSION).resolve("alf/spikes.times.npy"), 1, 2, 3);
    HomeCatalog catalog = RealParts.catalog(home);
    catalog.scan(data);
    catalog.close();
  }

  @AfterEach
  void unmount() throws Exception {
    if (disk != null) {
      disk.close();
    }
  }

  @Test
  void inAReadOnlyHomeEverythingIsFoundAndLoaded() throws Exception {
    disk.forbidWriting();
    HomeCatalog catalog = RealParts.catalog(home);
    assertThat(catalog.search().dataset("spikes.times").count()).isEqualTo(1);
    assertThat(catalog.session(SESSION).load("spikes.times").array().toDoubleArray())
        .containsExactly(1, 2, 3);
    assertThat(catalog.session(SESSION).loadObject("spikes").rows()).isEqualTo(3);
    catalog.close();
  }

  @Test
  void aReadOnlyHomeThatLostItsIndexIsSearchedAllTheSame() throws Exception {
    try (var index = Files.list(home.resolve("index"))) {
      for (Path file : index.toList()) {
        Files.delete(file);
      }
    }
    disk.forbidWriting();
    HomeCatalog catalog = RealParts.catalog(home);
    assertThat(catalog.search().count()).isEqualTo(1);
    assertThat(home.resolve("index")).isEmptyDirectory();
    catalog.close();
  }

  @Test
  void aScanOfAReadOnlyHomeSaysWhatCannotBeWrittenAndLeavesNothing() throws Exception {
    List<String> before = disk.files();
    disk.forbidWriting();
    HomeCatalog catalog = RealParts.catalog(home);
    RealParts.npy(data.resolve(SESSION).resolve("alf/spikes.amps.npy"), 1, 2, 3);
    for (ScanOptions options : List.of(ScanOptions.DEFAULT, ScanOptions.hashed())) {
      assertThatThrownBy(() -> catalog.scan(data, options))
          .isInstanceOfSatisfying(UnavailableException.class, e -> {
            assertThat(e).hasMessageContaining("'" + home).hasMessageContaining("read");
            assertThat(e.hint()).contains("--home");
          });
    }
    assertThat(catalog.session(SESSION).datasets()).hasSize(1);
    assertThat(disk.files()).isEqualTo(before);
    catalog.close();
  }

  @Test
  void aFolderThatIsNewToAReadOnlyHomeIsNotMadeAStore() throws Exception {
    disk.forbidWriting();
    HomeCatalog catalog = RealParts.catalog(home);
    Path other = temporary.resolve("other");
    RealParts.npy(other.resolve("KS015/2020-01-02/001/alf/wheel.position.npy"), 1);
    assertThatThrownBy(() -> catalog.scan(other))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("'" + home);
    assertThat(catalog.stores()).hasSize(1);
    assertThat(catalog.search().count()).isEqualTo(1);
    catalog.close();
  }

  @Test
  void aDiskThatFillsUpWhileScanningChangesNothing() throws Exception {
    HomeCatalog catalog = RealParts.catalog(home);
    CommitId before = catalog.commit();
    manySessions();
    disk.resize("200k");
    assertThatThrownBy(() -> catalog.scan(data))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("No space left");
    assertThat(catalog.commit()).isEqualTo(before);
    assertThat(catalog.session(SESSION).load("spikes.times").array().size()).isEqualTo(3);

    disk.resize("100m");
    assertThat(catalog.scan(data).added()).isEqualTo(400);
    assertThat(catalog.search().count()).isEqualTo(401);
    catalog.close();
  }

  private void manySessions() throws IOException {
    for (int i = 0; i < 400; i++) {
      // Long names of their own: nothing here is to become small by compression.
      String unique = new BigInteger(4_000, new Random(i)).toString(36);
      Path folder = data.resolve("subject%03d/2020-01-01/001".formatted(i));
      for (int from = 0; from < 600; from += 200) {
        folder = folder.resolve(unique.substring(from, from + 200));
      }
      Files.createDirectories(folder);
      Files.createFile(folder.resolve("spikes.times.npy"));
    }
  }
}
