/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.ScanReport;
import io.alfheim.catalog.UnknownStoreException;
import io.alfheim.catalog.internal.HomeCatalog;
import io.alfheim.catalog.internal.RealParts;
import io.alfheim.data.NDArray;
import io.alfheim.store.ProvidesStore;
import io.alfheim.store.http.internal.HttpStoreProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalog of files that are on a web server, and what is said when they cannot be had. */
class FarStoreTest {
  private static final String SESSION = "KS014/2020-01-02/001";

  @TempDir
  Path temporary;

  private ServedFolder server;
  private HomeCatalog catalog;

  @BeforeEach
  void oneSessionOnAServer() throws IOException {
    server = new ServedFolder(temporary.resolve("served"));
    RealParts.npy(
        server.folder.resolve("lab/Subjects/" + SESSION + "/alf/spikes.times.npy"), 1, 2, 3);
    Path etc = Files.createDirectories(temporary.resolve("home/etc"));
    Files.writeString(
        etc.resolve("io.alfheim.store-web.cfg"),
        "uri = " + server.address() + "/lab\nretries = 0\n");
    catalog = RealParts.catalog(temporary.resolve("home"));
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
    server.close();
  }

  private void install() {
    catalog.addProvider(new HttpStoreProvider(), Map.of(ProvidesStore.SCHEME, "http"));
  }

  @Test
  void sessionsOnAServerAreFoundListedAndLoaded() {
    install();
    ScanReport report = catalog.scanStore("web");
    assertThat(report.added()).isEqualTo(1);
    assertThat(catalog.session(SESSION).datasets())
        .extracting(Object::toString)
        .singleElement()
        .asString()
        .contains("spikes.times");
    assertThat(catalog.session(SESSION).load("spikes.times")).isEqualTo(NDArray.of(1.0, 2.0, 3.0));
    assertThat(catalog.scanStore("web").commit()).isEqualTo(report.commit());
  }

  @Test
  void rowsOfALargeFileTravelWithoutTheRest() throws IOException {
    double[] values = NDArray.arange(1_000_000).toDoubleArray();
    RealParts.npy(server.folder.resolve("lab/Subjects/" + SESSION + "/alf/ephys.raw.npy"), values);
    install();
    catalog.scanStore("web");
    server.bytes.set(0);
    assertThat(catalog.session(SESSION).dataset("ephys.raw").rows(900_000, 900_003))
        .isEqualTo(NDArray.of(900_000.0, 900_001.0, 900_002.0));
    assertThat(server.bytes.get()).isBetween(24L, 800_000L);
  }

  @Test
  void withoutItsBundleAStoreNamesWhatIsMissing() {
    assertThatThrownBy(() -> catalog.scanStore("web"))
        .isInstanceOf(UnknownStoreException.class)
        .hasMessageContaining("Nothing installed opens 'http:', the root of store 'web'");
  }

  @Test
  void aStoreNobodyConfiguredIsNamed() {
    assertThatThrownBy(() -> catalog.scanStore("wep"))
        .isInstanceOf(UnknownStoreException.class)
        .hasMessageContaining("No store 'wep' is configured here. Known: [web]");
  }

  @Test
  void aServerThatIsGoneIsNamed() {
    install();
    server.close();
    assertThatThrownBy(() -> catalog.scanStore("web"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("Store 'web' cannot be scanned")
        .hasMessageContaining("cannot be reached");
  }
}
