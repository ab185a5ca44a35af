/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static io.alfheim.catalog.Scope.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.alfheim.alf.AlfIds;
import io.alfheim.catalog.AmbiguousException;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.FileData;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.NoSuchSessionException;
import io.alfheim.catalog.Session;
import io.alfheim.catalog.UnavailableException;
import io.alfheim.data.Data;
import io.alfheim.data.DataException;
import io.alfheim.data.DataObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searching, listing and loading. */
class CatalogTest {
  private static final String ONE = "cortexlab/KS014/2020-01-02/001";

  @TempDir
  Path temporary;

  private Path data;
  private HomeCatalog catalog;

  @BeforeEach
  void scanTwoLabs() throws IOException {
    data = temporary.resolve("data");
    Path one = data.resolve("cortexlab/Subjects/KS014/2020-01-02/001");
    RealParts.npy(one.resolve("alf/probe00/spikes.times.npy"), 1, 2, 3);
    RealParts.npy(one.resolve("alf/probe00/spikes.clusters.npy"), 7, 8, 9);
    RealParts.npy(one.resolve("alf/probe01/spikes.times.npy"), 4, 5);
    RealParts.npy(one.resolve("alf/_ibl_trials.choice.npy"), 1, -1);
    RealParts.npy(one.resolve("alf/#2020-03-01#/_ibl_trials.choice.npy"), 1, 1);
    RealParts.npy(one.resolve("alf/#2021-03-01#/_ibl_trials.choice.npy"), -1, -1);
    Files.writeString(one.resolve("alf/probes.description.json"), "{\"n\": 2}");
    Files.writeString(one.resolve("alf/video.raw.mp4"), "frames");
    RealParts.npy(data.resolve("zadorlab/Subjects/KS021/2020-06-30/002/alf/wheel.position.npy"), 1);
    RealParts.npy(data.resolve("KS099/2019-12-31/1/alf/wheel.position.npy"), 1);
    catalog = RealParts.catalog(temporary.resolve("home"));
    catalog.scan(data);
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
  }

  @Test
  void searchNarrowsWordByWord() {
    assertThat(catalog.search().count()).isEqualTo(3);
    assertThat(catalog.search().subject("KS0*").count()).isEqualTo(3);
    assertThat(catalog.search().subject("KS0").count()).isZero();
    assertThat(catalog
            .search()
            .subject("KS014", "KS021")
            .date("2020")
            .lab("zadorlab")
            .list())
        .extracting(Session::subject)
        .containsExactly("KS021");
    assertThat(catalog.search().number(1).count()).isEqualTo(2);
  }

  @Test
  void allDatasetsAskedForMustBeThere() {
    assertThat(catalog.search().dataset("spikes.times", "trials.choice").count())
        .isEqualTo(1);
    assertThat(catalog.search().dataset("spikes.times", "wheel.position").count())
        .isZero();
    assertThat(catalog.search().dataset("wheel.*").count()).isEqualTo(2);
  }

  @Test
  void aLineOfTextSearchesToo() {
    String line = "subject:KS014,KS021 dataset:spikes.times date:2020-01..2020-06";
    assertThat(catalog.search(line).list())
        .extracting(s -> s.key().toString())
        .containsExactly(ONE);
    assertThat(catalog.search("zador").first()).map(Session::subject).contains("KS021");
    assertThat(catalog.search("date:..2019").first()).map(Session::subject).contains("KS099");
    assertThat(catalog.search("").count()).isEqualTo(3);
  }

  @Test
  void anUnknownFieldIsAnsweredWithTheNearest() {
    assertThatThrownBy(() -> catalog.search("subjet:KS014"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("'subjet'")
        .hasMessageContaining("nearest is 'subject'");
    assertThatThrownBy(() -> catalog.search("date:2020-13-45"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("2020-13-45");
    assertThatThrownBy(() -> catalog.search("number:one")).isInstanceOf(CatalogException.class);
    assertThatThrownBy(() -> catalog.search("qc:GOOD")).isInstanceOf(CatalogException.class);
  }

  @Test
  void resultsAreOrderedByDateDescending() {
    assertThat(catalog.search().list())
        .extracting(Session::subject)
        .containsExactly("KS021", "KS014", "KS099");
  }

  @Test
  void aSessionIsFoundByIdReferenceAndAnyPathThroughIt() {
    Session session = catalog.session(ONE);
    assertThat(catalog.session(session.id().toString())).isEqualTo(session);
    assertThat(catalog.session("KS014/2020-01-02/1")).isEqualTo(session);
    assertThat(catalog.session("2020-01-02_1_KS014")).isEqualTo(session);
    assertThat(catalog.session(
            data + "/cortexlab/Subjects/KS014/2020-01-02/001/alf/probes.description.json"))
        .isEqualTo(session);
  }

  @Test
  void aMissingSessionIsAnsweredWithTheNearest() {
    assertThatThrownBy(() -> catalog.session("KS014/2020-01-03/001"))
        .isInstanceOf(NoSuchSessionException.class)
        .hasMessageContaining("KS014/2020-01-03/001")
        .hasMessageContaining("nearest is '" + ONE + "'");
    assertThat(catalog.findSession("KS15/2020-01-03/001")).isEmpty();
    assertThatThrownBy(() -> catalog.session("nonsense"))
        .isInstanceOf(NoSuchSessionException.class);
  }

  @Test
  void idsAreThoseThatTheNamespaceGives() {
    Session session = catalog.session(ONE);
    assertThat(session.id()).isEqualTo(AlfIds.of(catalog.namespace(), ONE));
    assertThat(catalog.session("KS099/2019-12-31/1").id())
        .isEqualTo(AlfIds.of(catalog.namespace(), "KS099/2019-12-31/1"));
    assertThat(session.dataset("probes.description").id())
        .isEqualTo(AlfIds.of(catalog.namespace(), session.id() + "/alf/probes.description.json"));
  }

  @Test
  void listsLookInside() {
    Session session = catalog.session(ONE);
    assertThat(session.collections()).containsExactly("alf", "alf/probe00", "alf/probe01");
    assertThat(session.revisions()).containsExactly("", "2020-03-01", "2021-03-01");
    assertThat(session.objects()).containsExactly("probes", "spikes", "trials", "video");
    assertThat(session.datasets("spikes.times")).hasSize(2);
    assertThat(catalog.collections()).containsExactly("alf", "alf/probe00", "alf/probe01");
    assertThat(catalog.subjects()).containsExactly("KS014", "KS021", "KS099");
    assertThat(catalog.labs()).containsExactly("cortexlab", "zadorlab");
    assertThat(catalog.search().subject("KS099").datasets())
        .containsExactly("alf/wheel.position.npy");
  }

  @Test
  void loadReadsByNameCollectionAndPath() {
    Session session = catalog.session(ONE);
    assertThat(session.load("spikes.times", "alf/probe00").array().toDoubleArray())
        .containsExactly(1, 2, 3);
    assertThat(session.load("alf/probe01/spikes.times.npy").array().toDoubleArray())
        .containsExactly(4, 5);
    assertThat(session.load("probes.description").document().integer("n")).isEqualTo(2);
  }

  @Test
  void loadPicksTheLatestRevisionNotAfterTheOneAsked() {
    Session session = catalog.session(ONE);
    assertThat(session.load("trials.choice").array().toDoubleArray()).containsExactly(-1, -1);
    assertThat(session
            .load("trials.choice", in("alf").revision("2020-12-31"))
            .array()
            .toDoubleArray())
        .containsExactly(1, 1);
    assertThat(session.load("trials.choice", in("alf").revision("")).array().toDoubleArray())
        .containsExactly(1, -1);
    assertThat(session.load("alf/#2020-03-01#/_ibl_trials.choice.npy").array().toDoubleArray())
        .containsExactly(1, 1);
  }

  @Test
  void whatFitsSeveralCollectionsIsNotGuessed() {
    Session session = catalog.session(ONE);
    assertThatThrownBy(() -> session.load("spikes.times"))
        .isInstanceOf(AmbiguousException.class)
        .hasMessageContaining("alf/probe00/spikes.times.npy")
        .hasMessageContaining("alf/probe01/spikes.times.npy");
    assertThatThrownBy(() -> session.loadObject("spikes")).isInstanceOf(AmbiguousException.class);
  }

  @Test
  void whatFitsTooMuchIsAnsweredWithOneOfThem() throws IOException {
    for (String each : List.of("a.b.npy", "a.b.csv", "c/a.b.npy", "d/_x_o.e.npy", "d/o.e.npy")) {
      RealParts.npy(data.resolve("cortexlab/Subjects/KS014/2020-01-02/001").resolve(each), 1);
    }
    catalog.scan(data);
    Session session = catalog.session(ONE);
    assertThat(hintOf(() -> session.load("a.b")))
        .isEqualTo("Name the collection, for example \"c\", or write the whole path.");
    assertThat(hintOf(() -> session.load("o.e", "d")))
        .isEqualTo("Write the whole path, for example \"d/_x_o.e.npy\".");
    assertThat(hintOf(() -> session.loadObject("*", "alf")))
        .isEqualTo("Name one of the objects, for example \"trials\".");
  }

  private static String hintOf(ThrowingCallable call) {
    return catchThrowableOfType(AmbiguousException.class, call).hint();
  }

  @Test
  void aMissingDatasetIsAnsweredWithTheNearestAndTheNextCommand() {
    Session session = catalog.session(ONE);
    assertThatThrownBy(() -> session.load("spikes.tmes", "alf/probe00"))
        .isInstanceOfSatisfying(NoSuchDatasetException.class, e -> {
          assertThat(e)
              .hasMessageContaining("'spikes.tmes'")
              .hasMessageEndingWith("nearest is 'spikes.times'.");
          assertThat(e.hint()).contains("datasets(\"" + ONE + "\")");
        });
    assertThatThrownBy(() -> session.loadCollection("alf/probe09"))
        .isInstanceOf(NoSuchDatasetException.class)
        .hasMessageContaining("alf/probe00");
  }

  @Test
  void objectsAndCollectionsLoadByAttribute() {
    Session session = catalog.session(ONE);
    DataObject spikes = session.loadObject("spikes", "alf/probe00");
    assertThat(spikes.attributes()).containsExactly("clusters", "times");
    assertThat(spikes.rows()).isEqualTo(3);
    assertThat(session.loadCollection("alf/probe01").keySet()).containsExactly("spikes");
  }

  @Test
  void aFormatThatNothingReadsLoadsAsItsFile() {
    Data video = catalog.session(ONE).load("video.raw");
    assertThat(video)
        .isInstanceOfSatisfying(FileData.class, file -> assertThat(file.path()).exists());
    assertThatThrownBy(video::array)
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'.mp4'")
        .hasMessageContaining("npy");
  }

  @Test
  void aFileThatDisappearedAfterTheScanIsNamedAndOthersStillLoad() throws IOException {
    Session session = catalog.session(ONE);
    Path file = session.dataset("alf/probe00/spikes.times.npy").file().orElseThrow();
    Files.delete(file);
    assertThatThrownBy(() -> session.load("spikes.times", "alf/probe00"))
        .isInstanceOf(NoSuchDatasetException.class)
        .hasMessageContaining("alf/probe00/spikes.times.npy")
        .hasMessageContaining("no longer there");
    assertThat(session.load("spikes.clusters").array().size()).isEqualTo(3);
  }

  @Test
  void aTruncatedFileIsNamedAndRefused() throws IOException {
    Session session = catalog.session(ONE);
    Path file = session.dataset("alf/probe00/spikes.times.npy").file().orElseThrow();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 3));
    assertThatThrownBy(() -> session.load("spikes.times", "alf/probe00"))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("spikes.times.npy");
  }

  @Test
  void anotherProgramOnTheSameHomeSeesTheSame() throws IOException {
    try (var other = new Closing(RealParts.catalog(temporary.resolve("home")))) {
      assertThat(other.catalog.search().count()).isEqualTo(3);
      RealParts.npy(data.resolve("KS100/2021-01-01/001/alf/wheel.position.npy"), 1);
      other.catalog.scan(data);
      assertThat(catalog.search().count()).isEqualTo(4);
    }
  }

  @Test
  void aLostIndexIsMadeAgainFromTheRecord() throws IOException {
    var before = catalog.search().list().stream().map(Session::id).toList();
    catalog.close();
    try (var files = Files.walk(temporary.resolve("home/index"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    assertThat(catalog.search().list().stream().map(Session::id).toList()).isEqualTo(before);
    catalog.rebuild();
    assertThat(catalog.search().list().stream().map(Session::id).toList()).isEqualTo(before);
  }

  private record Closing(HomeCatalog catalog) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      catalog.close();
    }
  }
}
