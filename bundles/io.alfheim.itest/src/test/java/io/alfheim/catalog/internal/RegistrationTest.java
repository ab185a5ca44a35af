/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.ExistsException;
import io.alfheim.catalog.Session;
import io.alfheim.catalog.UnknownStoreException;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.data.NDArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are recorded where they lie, and what people say of datasets. */
class RegistrationTest {
  private static final String SESSION = "KS014/2020-01-02/001";

  @TempDir
  Path temporary;

  private Path data;
  private Path alf;
  private HomeCatalog catalog;

  @BeforeEach
  void oneSession() throws IOException {
    data = temporary.resolve("data");
    alf = data.resolve(SESSION).resolve("alf");
    RealParts.npy(alf.resolve("wheel.position.npy"), 1, 2);
    catalog = RealParts.catalog(temporary.resolve("home"));
    catalog.scan(data);
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
  }

  @Test
  void newFilesOfSeveralSessionsAreOneCommit() throws IOException {
    RealParts.npy(alf.resolve("spikes.times.npy"), 1, 2, 3);
    Path other = data.resolve("lab1/Subjects/KS015/2020-01-03/1/alf/spikes.times.npy");
    RealParts.npy(other, 4);
    CommitId before = catalog.commit();
    List<Dataset> registered = catalog.register(alf.resolve("spikes.times.npy"), other);
    assertThat(registered)
        .extracting(dataset -> dataset.session().key() + " " + dataset)
        .containsExactly(
            SESSION + " alf/spikes.times.npy", "lab1/KS015/2020-01-03/001 alf/spikes.times.npy");
    assertThat(registered).allSatisfy(dataset -> assertThat(dataset.hash()).isPresent());
    int[] changes = {0};
    catalog.backends().record().diff(before, catalog.commit(), change -> changes[0]++);
    assertThat(changes[0]).isEqualTo(2);
    assertThat(catalog.scan(data).added()).isZero();
  }

  @Test
  void idsAreThoseThatAScanWouldGive() throws IOException {
    RealParts.npy(data.resolve("KS016/2020-01-03/1/alf/spikes.times.npy"), 4);
    Dataset registered = catalog
        .register(data.resolve("KS016/2020-01-03/1/alf/spikes.times.npy"))
        .get(0);
    HomeCatalog scanned = RealParts.catalog(temporary.resolve("home2"));
    Files.createDirectories(temporary.resolve("home2/etc"));
    Files.writeString(
        temporary.resolve("home2/etc/io.alfheim.record.cfg"),
        "namespace = " + catalog.namespace() + "\n");
    scanned.scan(data);
    assertThat(scanned.session("KS016/2020-01-03/001").dataset("spikes.times").id())
        .isEqualTo(registered.id());
    scanned.close();
  }

  @Test
  void aFolderStandsForAllDatasetsBelowAndToldTwiceIsToldOnce() throws IOException {
    RealParts.npy(alf.resolve("probe00/spikes.times.npy"), 1);
    Files.writeString(alf.resolve("notes.txt"), "");
    assertThat(catalog.register(data.resolve(SESSION))).hasSize(2);
    CommitId commit = catalog.commit();
    assertThat(catalog.register(data.resolve(SESSION))).hasSize(2);
    assertThat(catalog.commit()).isEqualTo(commit);
  }

  @Test
  void aFileWithOtherContentThanRecordedIsRefusedAndNothingHappens() throws IOException {
    RealParts.npy(alf.resolve("spikes.times.npy"), 1);
    RealParts.npy(alf.resolve("wheel.position.npy"), 1, 2, 3, 4);
    assertThatThrownBy(() -> catalog.register(alf))
        .isInstanceOf(ExistsException.class)
        .hasMessageContaining("'alf/wheel.position.npy'");
    assertThat(catalog.session(SESSION).datasets()).hasSize(1);
  }

  @Test
  void filesOutsideOfStoresAndSessionsAndIllegalNamesAreRefused() throws IOException {
    Path stray = temporary.resolve("KS014/2020-01-02/001/alf/wheel.position.npy");
    RealParts.npy(stray, 1);
    assertThatThrownBy(() -> catalog.register(stray))
        .isInstanceOf(UnknownStoreException.class)
        .hasMessageContaining("data");
    Path outside = data.resolve("wheel.position.npy");
    RealParts.npy(outside, 1);
    assertThatThrownBy(() -> catalog.register(outside))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("no session folder");
    Path bad = Files.writeString(alf.resolve("notes.txt"), "");
    assertThatThrownBy(() -> catalog.register(bad)).hasMessageContaining("notes.txt");
    assertThatThrownBy(() -> catalog.register(alf.resolve("none.such.npy")))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("none.such.npy");
  }

  @Test
  void aSecondSpellingOfASessionIsRefused() throws IOException {
    Path second = data.resolve("KS014/2020-01-02/1/alf/spikes.times.npy");
    RealParts.npy(second, 1);
    assertThatThrownBy(() -> catalog.register(second))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("KS014/2020-01-02/001")
        .hasMessageContaining("KS014/2020-01-02/1'");
  }

  @Test
  void theSameSessionInASecondStoreKeepsTheDatasetsOfTheFirst() throws IOException {
    Path copy = temporary.resolve("copy");
    RealParts.npy(copy.resolve("KS015/2020-01-02/001/alf/wheel.position.npy"), 1);
    catalog.scan(copy);
    RealParts.npy(copy.resolve(SESSION).resolve("alf/spikes.amps.npy"), 5);
    catalog.register(copy.resolve(SESSION).resolve("alf/spikes.amps.npy"));
    Session session = catalog.session(SESSION);
    assertThat(session.load("spikes.amps").array().toDoubleArray()).containsExactly(5);
    assertThat(session.dataset("wheel.position").locations()).hasSize(1);
    assertThat(session.load("wheel.position").array().size()).isEqualTo(2);
    session.put("alf/spikes.times.npy", NDArray.of(1.0));
    assertThat(catalog.session(SESSION).load("spikes.times").array().size()).isEqualTo(1);
    assertThat(catalog.scan(copy).removed()).isZero();
    assertThat(catalog.session(SESSION).datasets()).hasSize(3);
  }

  private Path secondStore() throws IOException {
    Path proc = temporary.resolve("proc");
    RealParts.npy(proc.resolve("KS015/2020-01-02/001/alf/wheel.position.npy"), 1);
    catalog.scan(proc);
    return proc;
  }

  @Test
  void filesOfOneSessionInTwoStoresAreOfOneSession() throws IOException {
    Path proc = secondStore();
    Path amps = proc.resolve(SESSION).resolve("alf/spikes.amps.npy");
    RealParts.npy(amps, 5);
    RealParts.npy(alf.resolve("spikes.times.npy"), 1, 2, 3);
    List<Dataset> registered = catalog.register(alf.resolve("spikes.times.npy"), amps);

    assertThat(registered)
        .extracting(dataset -> dataset.locations() + "")
        .containsExactly(
            "[data:" + SESSION + "/alf/spikes.times.npy]",
            "[proc:" + SESSION + "/alf/spikes.amps.npy]");
    assertThat(catalog.session(SESSION).datasets()).hasSize(3);
    assertThat(catalog.session(SESSION).load("spikes.amps").array().size()).isEqualTo(1);
    assertThat(catalog.log().get(0).title()).isEqualTo("Register 2 datasets in " + SESSION);
  }

  @Test
  void aNewSessionThatEachOfTwoStoresSpellsInItsWayIsOneSession() throws IOException {
    Path times = data.resolve("KS016/2020-01-03/1/alf/spikes.times.npy");
    Path amps = secondStore().resolve("KS016/2020-01-03/001/alf/spikes.amps.npy");
    RealParts.npy(times, 1);
    RealParts.npy(amps, 2);
    List<Dataset> registered = catalog.register(times, amps);

    assertThat(registered).hasSize(2);
    assertThat(registered.get(1).session().id())
        .isEqualTo(registered.get(0).session().id());
    assertThat(catalog.session("KS016/2020-01-03/001").datasets()).hasSize(2);
  }

  @Test
  void whatIsNotTheSameInTwoStoresIsRefusedAndNothingHappens() throws IOException {
    Path times = alf.resolve("spikes.times.npy");
    Path other = secondStore().resolve(SESSION).resolve("alf/spikes.times.npy");
    RealParts.npy(times, 1);
    RealParts.npy(other, 2);
    CommitId before = catalog.commit();

    assertThatThrownBy(() -> catalog.register(times, other)).isInstanceOf(ExistsException.class);
    assertThat(catalog.commit()).isEqualTo(before);
    RealParts.npy(other, 1);
    assertThat(catalog.register(times, other).get(0).locations()).hasSize(2);
  }

  @Test
  void aVerdictIsACommitWithTheReason() {
    Dataset dataset = catalog.session(SESSION).dataset("wheel.position");
    CommitId before = catalog.commit();
    Dataset judged = dataset.setQc(Qc.WARNING, "slips at 12 s");
    assertThat(judged.qc()).isEqualTo(Qc.WARNING);
    assertThat(dataset.qc()).as("as of the commit before").isEqualTo(Qc.NOT_SET);
    assertThat(judged.id()).isEqualTo(dataset.id());
    assertThat(catalog.commit()).isNotEqualTo(before);
    assertThat(catalog.search().dataset(Qc.PASS, "wheel.position").count()).isZero();
    CommitId now = catalog.commit();
    judged.setQc(Qc.WARNING, "once more");
    assertThat(catalog.commit()).as("nothing differs").isEqualTo(now);
    judged.setQc(Qc.CRITICAL, "");
    assertThatThrownBy(() -> catalog.session(SESSION).load("wheel.position"))
        .isInstanceOf(CatalogException.class);
  }

  @Test
  void everyCommitSaysWhoDidWhatAndWhy() throws IOException {
    Session session = catalog.session(SESSION);
    session.dataset("wheel.position").setQc(Qc.WARNING, "slips at 12 s");
    session
        .register()
        .put("alf/a.b.npy", NDArray.of(1.0))
        .message("Sorted anew")
        .commit();
    RealParts.npy(alf.resolve("spikes.times.npy"), 1);
    catalog.register(alf.resolve("spikes.times.npy"));
    assertThat(catalog.log())
        .extracting(commit -> commit.message().lines().findFirst().orElse(""))
        .startsWith(
            "Register 1 dataset in " + SESSION,
            "Sorted anew",
            "Set QC of 'alf/wheel.position.npy' of " + SESSION + " to WARNING: slips at 12 s");
    assertThat(catalog.log())
        .allSatisfy(
            commit -> assertThat(commit.author()).contains(System.getProperty("user.name")));
  }

  @Test
  void nothingIsWrittenToThePast() {
    CommitId then = catalog.commit();
    catalog.session(SESSION).put("alf/a.b.npy", NDArray.of(1.0));
    Session past = catalog.at(then.value()).session(SESSION);
    assertThatThrownBy(() -> past.put("alf/c.d.npy", NDArray.of(1.0)))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("past");
    assertThatThrownBy(() -> past.dataset("wheel.position").setQc(Qc.PASS, ""))
        .isInstanceOf(CatalogException.class);
    assertThatThrownBy(() -> catalog.at(then.value()).newSession("KS014", past.date()))
        .isInstanceOf(CatalogException.class);
    assertThatThrownBy(() -> catalog.at(then.value()).register(alf))
        .isInstanceOf(CatalogException.class);
    assertThat(alf.resolve("c.d.npy")).doesNotExist();
  }

  @Test
  void theDefaultRevisionIsTheOneThatIsMarked() {
    Session session = catalog.session(SESSION);
    session.put("alf/#a#/wheel.position.npy", NDArray.of(7.0));
    session.put("alf/#b#/wheel.position.npy", NDArray.of(8.0));
    assertThat(position()).containsExactly(8);
    catalog.session(SESSION).dataset("alf/#a#/wheel.position.npy").makeDefault("b has a gap");
    assertThat(position()).containsExactly(7);
    catalog.session(SESSION).dataset("alf/#b#/wheel.position.npy").makeDefault("mended");
    assertThat(position()).containsExactly(8);
  }

  private double[] position() {
    return catalog.session(SESSION).load("wheel.position").array().toDoubleArray();
  }

  @Test
  void aDatasetThatIsGoneCannotBeJudged() throws IOException {
    Dataset dataset = catalog.session(SESSION).dataset("wheel.position");
    Files.move(alf.resolve("wheel.position.npy"), alf.resolve("wheel.timestamps.npy"));
    catalog.scan(data);
    assertThatThrownBy(() -> dataset.setQc(Qc.PASS, ""))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("alf/wheel.position.npy")
        .hasMessageContaining("not in the record any more");
  }
}
