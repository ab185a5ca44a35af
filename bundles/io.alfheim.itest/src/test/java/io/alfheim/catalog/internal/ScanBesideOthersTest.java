/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.NewSession;
import io.alfheim.catalog.ScanOptions;
import io.alfheim.catalog.ScanReport;
import io.alfheim.catalog.Session;
import io.alfheim.data.NDArray;
import io.alfheim.store.ProvidesStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others record while a scan looks through a store stays. */
class ScanBesideOthersTest {
  private static final String A = "KS014/2020-01-02/001";
  private static final String B = "KS021/2020-01-02/001";

  @TempDir
  Path temporary;

  private Path data;
  private HomeCatalog catalog;
  private HomeCatalog other;

  @BeforeEach
  void twoSessions() throws IOException {
    data = temporary.resolve("data");
    RealParts.npy(data.resolve(A).resolve("alf/spikes.times.npy"), 1, 2, 3);
    RealParts.npy(data.resolve(B).resolve("alf/spikes.times.npy"), 1, 2, 3);
    other = RealParts.catalog(temporary.resolve("home"));
    other.scan(data);
    catalog = RealParts.catalog(temporary.resolve("home"));
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
    other.close();
  }

  /** The root was listed then, and the sessions of its other subjects were not. */
  private void whileTheSubjectIsListed(WatchedFiles.Happening happening) {
    catalog.addProvider(new WatchedFiles("KS014", happening), Map.of(ProvidesStore.SCHEME, "file"));
  }

  private Session newSession(String subject) {
    return other.newSession(NewSession.of(subject, LocalDate.of(2020, 1, 3)));
  }

  @Test
  void aSessionThatIsMadeWhereTheScanHasBeenStays() {
    whileTheSubjectIsListed(() -> newSession("KS099").put("alf/spikes.times.npy", NDArray.of(1.0)));

    ScanReport report = catalog.scan(data);

    assertThat(report.removed()).isZero();
    assertThat(catalog.session("KS099/2020-01-03/001").datasets()).hasSize(1);
  }

  @Test
  void theFirstDatasetOfASessionThatWasMadeBeforeStaysToo() {
    Session made = newSession("KS099");
    whileTheSubjectIsListed(() -> made.put("alf/spikes.times.npy", NDArray.of(1.0)));

    catalog.scan(data);

    assertThat(catalog.session("KS099/2020-01-03/001").datasets()).hasSize(1);
  }

  @Test
  void whatIsSaidOfAGoneSessionMeanwhileIsNotLostAndTheNextScanLooksAgain() throws IOException {
    Files.move(data.resolve("KS021"), temporary.resolve("away"));
    whileTheSubjectIsListed(
        () -> other.session(B).dataset("spikes.times").setQc(Qc.FAIL, "looked at it"));

    catalog.scan(data);
    assertThat(catalog.session(B).dataset("spikes.times").qc()).isEqualTo(Qc.FAIL);

    assertThat(catalog.scan(data).removed()).isEqualTo(1);
    assertThat(catalog.findSession(B)).isEmpty();
  }

  @Test
  void othersCanWriteWhileFilesAreRead() {
    String file = "alf/spikes.times.npy";
    catalog.addProvider(
        new WatchedFiles(
            A + "/" + file, () -> other.session(A).dataset(file).setQc(Qc.PASS, "looked at it")),
        Map.of(ProvidesStore.SCHEME, "file"));

    catalog.scan(data, ScanOptions.hashed());

    Dataset read = catalog.session(A).dataset(file);
    assertThat(read.qc()).isEqualTo(Qc.PASS);
    assertThat(read.hash()).isPresent();
  }

  @Test
  void aSessionThatHasNoDatasetsYetIsNotGone() {
    newSession("KS014");
    catalog.scan(data);

    Session made = catalog.session("KS014/2020-01-03/001");
    made.put("alf/spikes.times.npy", NDArray.of(1.0));

    assertThat(catalog.scan(data).datasets()).isEqualTo(3);
  }

  @Test
  void whoSaysThatAllIsGoneForgetsSessionsWithoutDatasetsToo() {
    newSession("KS099");
    catalog.scan(data, ScanOptions.DEFAULT.withForgetting(true));
    assertThat(catalog.findSession("KS099/2020-01-03/001")).isEmpty();
    assertThat(catalog.search().count()).isEqualTo(2);
  }
}
