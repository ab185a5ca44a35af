/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.LegacyId;
import io.alfheim.alf.Qc;
import io.alfheim.catalog.AmbiguousException;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Choice;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.ScanOptions;
import io.alfheim.data.NDArray;
import io.alfheim.format.npy.internal.NpyWriter;
import io.alfheim.one.internal.HashCheck;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadTest {
  private static final String EID = SmallLab.EID;

  @TempDir
  Path temporary;

  SmallLab lab;
  One one;

  @BeforeEach
  void makeALab() throws Exception {
    lab = new SmallLab(temporary);
    lab.npy("alf/spikes.times.npy", 0)
        .npy("alf/#2020-01-01#/spikes.times.npy", 1)
        .npy("alf/#2020-08-31#/spikes.times.npy", 2)
        .npy("alf/spikes.clusters.npy", 0)
        .npy("alf/clusters.depths.npy", 10, 20)
        .npy("spikes.clusters.npy", 7)
        .npy("wheel.position.npy", 5, 6, 7, 8)
        .npy("wheelMoves.peak.npy", 5);
    one = lab.one();
  }

  @AfterEach
  void close() throws Exception {
    lab.close();
  }

  private static double first(DatasetLoad load) {
    return load.array().getDouble(0);
  }

  @ParameterizedTest
  @CsvSource({"'', 2", "2020-01-01, 1", "2020-05-01, 1", "2019-01-01, 0", "2020-08-31a, 2", "z, 2"})
  void theLastRevisionNotAfterTheOneAskedIsLoaded(String asked, double value) {
    assertThat(first(one.loadDataset(EID, "spikes.times").revision(asked))).isEqualTo(value);
  }

  @Test
  void whereNoRevisionIsAskedThatOfTheViewCounts() {
    One before = one.revisionLastBefore("2020-02-01");
    assertThat(first(before.loadDataset(EID, "spikes.times"))).isEqualTo(1);
    assertThat(first(before.loadDataset(EID, "spikes.times").revision("z"))).isEqualTo(2);
    assertThat(first(before.revisionLastBefore("").loadDataset(EID, "spikes.times")))
        .isEqualTo(2);
  }

  @Test
  void aFrozenViewKeepsItsAnswers() throws Exception {
    One then = one.at(one.catalog().commit().value());
    lab.npy("alf/#2022-01-01#/spikes.times.npy", 3);
    One now = lab.one();
    assertThat(first(now.loadDataset(EID, "spikes.times"))).isEqualTo(3);
    assertThat(first(then.loadDataset(EID, "spikes.times"))).isEqualTo(2);
  }

  @Test
  void aPatternIsNoRevision() {
    assertThatThrownBy(() -> one.loadDataset(EID, "spikes.times").revision("2020*"))
        .isInstanceOf(CatalogException.class)
        .hasMessage("A revision to load is a label and no pattern: '2020*'.");
  }

  @Test
  void theDefaultRevisionIsLoadedAndExplained() {
    lab.catalog().session(EID).dataset("alf/#2020-01-01#/spikes.times.npy").makeDefault("checked");
    DatasetLoad load = one.loadDataset(EID, "spikes.times");
    assertThat(first(load)).isEqualTo(1);
    assertThat(load.explain().choices().get(0).rule()).isEqualTo(Choice.Rule.DEFAULT);
    assertThat(load.explain().toString())
        .contains(
            "* #2020-01-01#", "chosen: it is marked as the default revision", "- #2020-08-31#");
  }

  @Test
  void aCriticalDefaultIsReplacedWithAWarning() {
    lab.catalog().session(EID).dataset("alf/#2020-01-01#/spikes.times.npy").makeDefault("checked");
    lab.qc("alf/#2020-01-01#/spikes.times.npy", Qc.CRITICAL);
    DatasetLoad load = one.loadDataset(EID, "spikes.times");
    assertThat(first(load)).isEqualTo(2);
    assertThat(load.explain().warnings()).singleElement().asString().contains("has QC CRITICAL");
    assertThat(first(load.qc(Qc.CRITICAL))).isEqualTo(1);
  }

  @Test
  void aFileThatNeverHadARevisionIsNoReasonToWarn() {
    assertThat(one.loadDataset(EID, "wheel.position").explain().warnings()).isEmpty();
    assertThat(one.loadDataset(EID, "spikes.times").explain().warnings()).isEmpty();
  }

  @Test
  void aDatasetOfSeveralCollectionsIsAmbiguousUntilOneIsNamed() {
    assertThatThrownBy(() -> one.loadDataset(EID, "spikes.clusters").load())
        .isInstanceOfSatisfying(
            AmbiguousException.class,
            e -> assertThat(e.kind()).isEqualTo(AmbiguousException.Kind.COLLECTION));
    assertThat(first(one.loadDataset(EID, "spikes.clusters").collection(""))).isEqualTo(7);
  }

  @Test
  void aPathIsTheVeryFile() {
    assertThat(first(one.loadDataset(EID, "alf/spikes.times.npy"))).isZero();
    assertThat(first(one.loadDataset(EID, "alf/#2020-01-01#/spikes.times.npy"))).isEqualTo(1);
    assertThatThrownBy(
            () -> one.loadDataset(EID, "alf/spikes.times.npy").collection("alf").load())
        .hasMessageContaining("says collection and revision by itself");
  }

  @Test
  void aDatasetMayBeDescribedByItsParts() {
    assertThat(first(one.loadDataset(EID).object("wheel").attribute("pos*"))).isEqualTo(5);
  }

  @Test
  void aMissingDatasetNamesTheNearest() {
    assertThatThrownBy(() -> one.loadDataset(EID, "wheel.positions.npy").load())
        .isInstanceOf(NoSuchDatasetException.class)
        .hasMessageContaining("nearest is 'wheel.position.npy'");
  }

  @Test
  void aDatasetIsLoadedByItsId() {
    UUID id = one.loadDataset(EID, "wheel.position").dataset().id();
    assertThat(one.loadDatasetFromId(id).array().getDouble(0)).isEqualTo(5);
    LegacyId old = LegacyId.of(id);
    assertThat(one.loadDatasetFromId(old.first(), old.second()).rows(1, 2).getDouble(0))
        .isEqualTo(6);
    assertThat(one.loadDatasetFromId(id.toString()).dataset().session().key()).hasToString(EID);
    assertThatThrownBy(() -> one.loadDatasetFromId(new UUID(1, 2)).load())
        .isInstanceOf(NoSuchDatasetException.class);
    assertThatThrownBy(() -> one.loadDatasetFromId("wheel"))
        .hasMessage("'wheel' is no id of a dataset.");
  }

  @Test
  void rowsAreReadAlone() {
    assertThat(one.loadDataset(EID, "wheel.position").rows(1, 3).toDoubleArray())
        .containsExactly(6, 7);
  }

  @Test
  void rowsOfAGigabyteAreReadWithoutTheRest() throws Exception {
    Assumptions.assumeTrue(
        Files.isReadable(Path.of("/proc/self/smaps")), "tells what is in memory");
    Path file = lab.folder().resolve("ephys.raw.npy");
    SparseNpy.write(file, 1L << 27, Map.of(100_000_000L, 1.5, 100_000_001L, 2.5));
    NDArray rows = lab.one().loadDataset(EID, "ephys.raw").rows(100_000_000, 100_000_003);
    assertThat(rows.toDoubleArray()).containsExactly(1.5, 2.5, 0);
    assertThat(Files.size(file)).isGreaterThan(1L << 30);
    assertThat(SparseNpy.kilobytesInMemory(file)).isBetween(1L, 1024L);
    assertThat(rows.size()).as("and is mapped still").isEqualTo(3);
  }

  @Test
  void pathsAreGivenWithoutReading() throws Exception {
    Files.write(lab.folder().resolve("wheel.position.npy"), new byte[] {1});
    assertThat(one.loadDataset(EID, "wheel.position").path())
        .isEqualTo(lab.folder().toRealPath().resolve("wheel.position.npy"));
  }

  @Test
  void severalDatasetsKeepTheirOrderAndAPathAmongThemChangesNothing() {
    assertThat(one.loadDatasets(EID, List.of("alf/spikes.clusters.npy", "spikes.times"))
            .load())
        .extracting(data -> data.array().getDouble(0))
        .containsExactly(0.0, 2.0);
    assertThat(one.loadDatasets(EID, List.of()).load()).isEmpty();
  }

  @Test
  void datasetsMayBeDescribedByPartsAmongNamesAndPaths() {
    DatasetsLoad load = one.loadDatasets(
        EID,
        List.of(
            Map.of("object", "wheel", "attribute", List.of("pos*", "speed")),
            "spikes.times",
            Map.of("object", "spikes", "attribute", "clusters", "collection", "")));
    assertThat(load.load())
        .extracting(data -> data.array().getDouble(0))
        .containsExactly(5.0, 2.0, 7.0);
    assertThat(first(one.loadDataset(EID, Map.of("object", "wheel")))).isEqualTo(5);
    assertThat(one.listDatasets(EID).parts(Map.of("object", List.of("clusters", "wheelMoves"))))
        .containsExactly("alf/clusters.depths.npy", "wheelMoves.peak.npy");
  }

  @Test
  void whatDescribesNoDatasetIsRefused() {
    assertThatThrownBy(() -> one.loadDataset(EID, Map.of("objet", "wheel")))
        .isInstanceOf(CatalogException.class)
        .hasMessage("Datasets are not described by 'objet'; nearest is 'object'.");
    assertThatThrownBy(() -> one.loadDatasets(EID, List.of(7)).load())
        .isInstanceOf(CatalogException.class)
        .hasMessage("'7' does not describe a dataset.");
  }

  @Test
  void missingOnesAreEmptyPlacesIfAskedSo() {
    DatasetsLoad load = one.loadDatasets(EID, List.of("no.such.npy", "wheel.position"));
    assertThat(load.find()).extracting(Optional::isPresent).containsExactly(false, true);
    assertThatThrownBy(load::load).isInstanceOf(NoSuchDatasetException.class);
  }

  @Test
  void aFileThatIsGoneIsAnEmptyPlaceToo() throws Exception {
    Files.delete(lab.folder().resolve("alf/clusters.depths.npy"));
    DatasetsLoad load = one.loadDatasets(EID, List.of("clusters.depths", "wheel.position"));
    assertThat(load.find()).extracting(Optional::isPresent).containsExactly(false, true);
    assertThatThrownBy(load::load).isInstanceOf(NoSuchDatasetException.class);
  }

  @Test
  void anObjectIsMadeOfTheFilesThatAreThere() throws Exception {
    Files.delete(lab.folder().resolve("alf/spikes.clusters.npy"));
    assertThat(one.loadObject(EID, "spikes").collection("alf").load().attributes())
        .containsExactly("times");
    Files.delete(lab.folder().resolve("wheelMoves.peak.npy"));
    assertThatThrownBy(() -> one.loadObject(EID, "wheelMoves").load())
        .isInstanceOf(NoSuchDatasetException.class)
        .hasMessageContaining("wheelMoves.peak.npy");
  }

  @Test
  void anArrayOfOneColumnIsASeries() throws Exception {
    NDArray column = NDArray.of(1.5, 2.5, 3.5).reshape(3, 1);
    try (OutputStream out = Files.newOutputStream(lab.folder().resolve("alf/clusters.amps.npy"))) {
      new NpyWriter().write(column, out);
    }
    lab.npy("alf/clusters.depths.npy", 1, 2, 3);
    one = lab.one();
    assertThat(one.loadDataset(EID, "clusters.amps").array().shape()).containsExactly(3);
    assertThat(one.loadDataset(EID, "clusters.amps").rows(1, 3).shape()).containsExactly(2);
    assertThat(one.loadObject(EID, "clusters").array("amps").shape()).containsExactly(3);
  }

  @Test
  void eachMayHaveItsCollection() {
    DatasetsLoad load = one.loadDatasets(EID, List.of("spikes.clusters", "spikes.clusters"));
    assertThat(load.collections("", "alf").load())
        .extracting(data -> data.array().getDouble(0))
        .containsExactly(7.0, 0.0);
    assertThatThrownBy(() -> load.collections("a", "b", "c"))
        .hasMessage("There are 3 collections for 2 datasets.");
  }

  @Test
  void anObjectIsLoadedWholeAndOneAttributeAtATime() {
    assertThat(one.loadObject(EID, "spikes").collection("alf").load().attributes())
        .containsExactlyInAnyOrder("clusters", "times");
    assertThat(one.loadObject(EID, "spikes").collection("alf").attribute("t*").paths())
        .hasSize(1);
    assertThat(one.loadObject(EID, "wheel").array("position").size()).isEqualTo(4);
  }

  @Test
  void severalObjectsAreAmbiguous() {
    assertThatThrownBy(() -> one.loadObject(EID, "wheel*").load())
        .isInstanceOfSatisfying(
            AmbiguousException.class,
            e -> assertThat(e.kind()).isEqualTo(AmbiguousException.Kind.OBJECT));
  }

  @Test
  void aMissingObjectNamesTheNearest() {
    assertThatThrownBy(() -> one.loadObject(EID, "spikez").collection("alf").load())
        .isInstanceOf(NoSuchDatasetException.class)
        .hasMessage("No object 'spikez' with collection 'alf' in session '" + EID
            + "'; nearest is 'spikes'.");
  }

  @Test
  void aCollectionIsLoadedInTheRevisionAsked() {
    assertThat(one.loadCollection(EID, "alf").revision("2020-01-01").load())
        .hasEntrySatisfying(
            "spikes", spikes -> assertThat(spikes.array("times").getDouble(0)).isEqualTo(1));
    assertThat(one.loadCollection(EID, "alf").object("spikes").load().keySet())
        .containsExactly("spikes");
  }

  @Test
  void anUnknownCollectionNamesTheNearest() {
    assertThatThrownBy(() -> one.loadCollection(EID, "alfa").load())
        .isInstanceOf(NoSuchDatasetException.class)
        .hasMessage("No collection 'alfa' in session '" + EID + "'; nearest is 'alf'.");
  }

  @Test
  void referencesToRowsThatAreNotThereAreFound() throws Exception {
    assertThat(one.loadCollection(EID, "alf").checkReferences()).isEmpty();
    lab.npy("alf/spikes.clusters.npy", 2);
    assertThat(lab.one().loadCollection(EID, "alf").checkReferences())
        .containsExactly("'spikes.clusters' refers to rows 2 to 2 of 'clusters', which has 2.");
  }

  @Test
  void whatWasLoadedIsSavedOnceAndForgotten() throws Exception {
    One recorded = one.recordLoaded();
    recorded.loadDataset(EID, "wheel.position").load();
    recorded.loadDataset(EID, "wheel.position").path();
    recorded.search().sessions();
    Path file = recorded.saveLoadedIds();
    assertThat(file.getFileName().toString())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d_loaded_dataset_uuids\\.csv");
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "dataset_uuid",
            one.loadDataset(EID, "wheel.position").dataset().id().toString());
    recorded.loadObject(EID, "spikes").collection("alf").load();
    assertThat(recorded.loadedIds()).hasSize(2);
    assertThat(Files.readAllLines(recorded.saveLoadedSessionIds()))
        .containsExactly("session_uuid", one.getDetails(EID).id().toString());
    assertThatThrownBy(recorded::saveLoadedIds)
        .hasMessage("Nothing was loaded since recording began.");
  }

  @Test
  void aFileOfTheSameSizeWithOtherBytesIsFoundByItsHashAlone() throws Exception {
    DatasetLoad load = one.loadDataset(EID, "wheel.position");
    lab.npy("wheel.position.npy", 1, 1, 1, 1);
    assertThat(HashCheck.fault(load.dataset())).as("nobody knows the hash").isEmpty();
    lab.catalog().scan(lab.folder(), ScanOptions.hashed());
    assertThat(HashCheck.fault(load.dataset())).isEmpty();
    lab.npy("wheel.position.npy", 2, 2, 2, 2);
    assertThat(HashCheck.fault(load.dataset())).get().asString().contains("its MD5 is not '");
    try (Warnings warnings = new Warnings()) {
      assertThat(first(one.loadDataset(EID, "wheel.position"))).isEqualTo(2);
      assertThat(warnings.texts()).as("nobody asked for the hash").isEmpty();
      assertThat(first(one.checkHash(true).loadDataset(EID, "wheel.position"))).isEqualTo(2);
      assertThat(warnings.texts()).singleElement().asString().contains("its MD5 is not '");
    }
  }

  @Test
  void aFileOfAnotherSizeIsLoadedWithAWarning() throws Exception {
    lab.npy("wheel.position.npy", 1, 2);
    try (Warnings warnings = new Warnings()) {
      assertThat(one.loadDataset(EID, "wheel.position").array().size()).isEqualTo(2);
      assertThat(warnings.texts())
          .singleElement()
          .asString()
          .contains("dataset=wheel.position.npy", "has 144 bytes, the record says 160");
    }
  }

  @Test
  void theEnvironmentSaysWhichRevisionsAreLoadedAtFirst() {
    One before =
        new One(one.catalog(), Map.of("ONE_REVISION_LAST_BEFORE", "2020-02-01", "HOME", "/"));
    assertThat(first(before.loadDataset(EID, "spikes.times"))).isEqualTo(1);
    One always = new One(one.catalog(), Map.of("ONE_REVISION_LAST_BEFORE", ""));
    assertThat(first(always.loadDataset(EID, "spikes.times"))).isEqualTo(2);
  }

  @Test
  void toSayWhatIsAskedNothingIsLookedUp() {
    assertThat(one.loadDataset("SP26", "spikes.tmes").describe())
        .isEqualTo("'spikes.tmes' of session 'SP26', not read yet: load() reads it");
    assertThat(one.loadDatasetFromId(UUID.randomUUID()).describe()).contains("not read yet");
  }

  @Test
  void everyLoadIsExplained() {
    LazyDataset named = one.loadDataset(EID, "spikes.times").revision("2020-05-01");
    LazyDataset byId = one.loadDatasetFromId(named.dataset().id());
    assertThat(named.explain()).asString().contains("* #2020-01-01#", "last revision before");
    assertThat(byId.explain()).asString().contains("* #2020-01-01#", "it is the only one");
    assertThat(one.loadDatasets(EID, List.of("spikes.times", "wheel.position")).explain())
        .extracting(explanation -> explanation.choices().get(0).file())
        .containsExactly("alf/spikes.times.npy", "wheel.position.npy");
    assertThat(one.loadObject(EID, "spikes").collection("alf").explain().choices())
        .hasSize(2);
    assertThat(one.loadCollection(EID, "alf").explain().choices()).hasSize(3);
  }
}
