/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static io.alfheim.catalog.Scope.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.AlfException;
import io.alfheim.alf.AlfIds;
import io.alfheim.alf.InvalidAlfException;
import io.alfheim.alf.Qc;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.ExistsException;
import io.alfheim.catalog.Registration;
import io.alfheim.catalog.ScanOptions;
import io.alfheim.catalog.ScanReport;
import io.alfheim.catalog.Session;
import io.alfheim.catalog.UnavailableException;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.data.Column;
import io.alfheim.data.Data;
import io.alfheim.data.DataException;
import io.alfheim.data.DataObject;
import io.alfheim.data.Document;
import io.alfheim.data.NDArray;
import io.alfheim.data.Table;
import io.alfheim.data.WritesFormat;
import io.alfheim.format.npy.internal.NpyWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** New datasets of a session. */
class SavingTest extends OneSession {
  private Session session;

  @BeforeEach
  void ofTheCatalog() {
    session = catalog.session(SESSION);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(data)) {
      return all.filter(Files::isRegularFile)
          .map(file -> data.resolve(SESSION).relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void whatIsPutIsAFileAndARecordAndLoadsAgain() throws IOException {
    Dataset dataset = session.put("alf/probe00/spikes.times.npy", TIMES);
    assertThat(dataset.load().array()).isEqualTo(TIMES);
    assertThat(dataset.id())
        .isEqualTo(AlfIds.of(catalog.namespace(), session.id() + "/alf/probe00/spikes.times.npy"));
    Path file = data.resolve(SESSION).resolve("alf/probe00/spikes.times.npy");
    assertThat(dataset.size()).hasValue(Files.size(file));
    assertThat(catalog.session(SESSION).load("spikes.times").array()).isEqualTo(TIMES);
    assertThat(session.datasets()).as("a session does not change").hasSize(1);
  }

  @Test
  void aScanAfterwardsFindsNothingNew() {
    session.put("alf/probe00/spikes.times.npy", TIMES);
    ScanReport report = catalog.scan(data, ScanOptions.hashed());
    assertThat(report.added() + report.changed() + report.removed()).isZero();
  }

  @Test
  void anObjectIsSavedAttributeByAttributeUnderBuiltNames() {
    session.save("spikes", "alf/probe00", Map.of("times", TIMES, "spike depths", TIMES));
    DataObject spikes = catalog.session(SESSION).loadObject("spikes");
    assertThat(spikes.attributes()).containsExactly("spikeDepths", "times");
    session.save("licks", Map.of("times", TIMES));
    assertThat(catalog.session(SESSION).dataset("licks.times")).hasToString("alf/licks.times.npy");
  }

  @Test
  void namesMayHaveMoreParts() {
    List<Dataset> saved = session
        .register()
        .save(
            "wheel",
            "",
            Map.of("timestamps", TIMES),
            name -> name.namespace("ibl").timescale("bpod").extra("raw", "v12"))
        .commit();
    assertThat(saved).singleElement().hasToString("_ibl_wheel.timestamps_bpod.raw.v12.npy");
  }

  @Test
  void aLoadedObjectIsSavedUnderTheSameNames() throws IOException {
    RealParts.npy(data.resolve(SESSION).resolve("alf/spikes.times_ephysClock.npy"), 1, 2);
    RealParts.npy(data.resolve(SESSION).resolve("alf/spikes.amps.raw.npy"), 1, 2);
    catalog.scan(data);
    DataObject spikes = catalog.session(SESSION).loadObject("spikes");
    catalog.session(SESSION).register().save(spikes, "copy").commit();
    assertThat(catalog.session(SESSION).loadObject("spikes", "copy").attributes())
        .isEqualTo(spikes.attributes());
  }

  @Test
  void tablesDocumentsFilesAndSideCarsGoIntoOneCommit() throws IOException {
    Table table = Table.of(Column.of("choice", 1L, -1L));
    Path video = Files.writeString(temporary.resolve("video.mp4"), "frames");
    List<Dataset> saved = session
        .register()
        .put("alf/trials.table.csv", table)
        .copy("raw_video_data/_iblrig_leftCamera.raw.mp4", video)
        .put("alf/spikes.times.npy", TIMES)
        .metadata("alf/spikes.times.npy", Document.of(Map.of("unit", "s")))
        .qc(Qc.PASS)
        .message("Sorted anew")
        .commit();
    assertThat(saved)
        .extracting(Object::toString)
        .containsExactly(
            "alf/trials.table.csv",
            "raw_video_data/_iblrig_leftCamera.raw.mp4",
            "alf/spikes.times.npy",
            "alf/spikes.times.metadata.json");
    assertThat(saved).extracting(Dataset::qc).containsOnly(Qc.PASS);
    assertThat(saved.get(0).load().table()).isEqualTo(table);
    assertThat(saved.get(3).load().document().text("unit")).isEqualTo("s");
    assertThat(saved.get(1).file()).get().satisfies(copy -> assertThat(copy).hasContent("frames"));
    assertThat(video).as("copied, not moved").exists();
  }

  @Test
  void everyDatasetCarriesTheHashOfItsContent() throws IOException {
    Path video = Files.writeString(temporary.resolve("video.mp4"), "mock");
    Dataset copy = session.register().copy("video.raw.mp4", video).commit().get(0);
    assertThat(copy.hash()).hasValue("17404a596cbd0d1e6c7d23fcd845ab82");
  }

  @Test
  void whatIsThereIsNotReplacedAndARevisionIsOffered() throws IOException {
    byte[] before = Files.readAllBytes(data.resolve(SESSION).resolve("alf/wheel.position.npy"));
    CommitId commit = catalog.commit();
    assertThatThrownBy(() -> session
            .register()
            .put("alf/spikes.times.npy", TIMES)
            .put("alf/wheel.position.npy", TIMES)
            .commit())
        .isInstanceOfSatisfying(ExistsException.class, e -> {
          assertThat(e)
              .hasMessageContaining("'alf/wheel.position.npy'")
              .hasMessageContaining("not replaced");
          assertThat(e.hint()).contains("revise(\"2").contains("put(\"alf/wheel.position.npy\"");
        });
    assertThat(files()).containsExactly("alf/wheel.position.npy");
    assertThat(data.resolve(SESSION).resolve("alf/wheel.position.npy")).hasBinaryContent(before);
    assertThat(catalog.commit()).isEqualTo(commit);
    session.put("alf/#2021-01-01#/wheel.position.npy", TIMES);
    assertThat(catalog.session(SESSION).load("wheel.position").array()).isEqualTo(TIMES);
    assertThat(catalog
            .session(SESSION)
            .load("wheel.position", in("alf").revision("2020"))
            .array()
            .size())
        .isEqualTo(2);
  }

  @Test
  void aFileThatTheCatalogDoesNotKnowIsNotReplacedEither() throws IOException {
    RealParts.npy(data.resolve(SESSION).resolve("alf/spikes.times.npy"), 9);
    assertThatThrownBy(() -> session.save("spikes", Map.of("times", TIMES, "amps", TIMES)))
        .isInstanceOfSatisfying(ExistsException.class, e -> {
          assertThat(e).hasMessageContaining("alf/spikes.times.npy");
          assertThat(e.hint()).contains("catalog.register(");
        });
    assertThat(files()).containsExactly("alf/spikes.times.npy", "alf/wheel.position.npy");
  }

  @Test
  void namesThatAreNotLegalAndFormatsThatNothingWritesAreRefusedBeforeAnythingIsWritten()
      throws IOException {
    assertThatThrownBy(() -> session.put("alf/spikes times.npy", TIMES))
        .isInstanceOf(InvalidAlfException.class);
    assertThatThrownBy(() -> session.put("../spikes.times.npy", TIMES))
        .isInstanceOf(AlfException.class);
    assertThatThrownBy(() -> session.put("alf/spikes.times.mat", TIMES))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("'.mat'")
        .hasMessageContaining("npy");
    assertThatThrownBy(() -> session.save("my.object", Map.of("times", TIMES)))
        .isInstanceOf(AlfException.class);
    assertThatThrownBy(() -> session.register().copy("a.b.c", temporary.resolve("none")))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("none");
    assertThatThrownBy(() -> session.register().commit())
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("nothing to register");
    assertThat(files()).hasSize(1);
  }

  @Test
  void contentThatDoesNotFitItsFormatLeavesNothing() throws IOException {
    Document document = Document.of(Map.of("n", 1));
    assertThatThrownBy(() -> session
            .register()
            .put("alf/spikes.amps.npy", TIMES)
            .put("alf/spikes.times.npy", document)
            .commit())
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("An npy file holds one array");
    assertThat(files()).hasSize(1);
    assertThat(catalog.session(SESSION).datasets()).hasSize(1);
    Path alf = data.resolve(SESSION).resolve("alf");
    assertThat(alf.toFile().list()).as("no hidden file is left").hasSize(1);
  }

  @Test
  void attributesOfUnequalLengthAreRefused() {
    assertThatThrownBy(
            () -> session.save("spikes", Map.of("times", TIMES, "amps", NDArray.of(1, 2))))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("differ in rows");
  }

  @Test
  void oneNameTwiceIsRefused() {
    assertThatThrownBy(() -> session
            .register()
            .put("alf/spikes.times.npy", TIMES)
            .put("alf/spikes.times.npy", TIMES))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("twice");
  }

  @Test
  void aStoreThatCanOnlyBeReadIsNamed() throws IOException {
    Path file = temporary.resolve("home/etc/io.alfheim.store-data.cfg");
    Files.writeString(file, Files.readString(file) + "readOnly = true\n");
    catalog.close();
    catalog = RealParts.catalog(temporary.resolve("home"));
    assertThatThrownBy(() -> catalog.session(SESSION).put("alf/spikes.times.npy", TIMES))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("can only be read")
        .hasMessageContaining("'data'");
    assertThatThrownBy(() -> catalog.newSession("KS014", session.date()))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("can only be read");
  }

  @Test
  void aDiskThatIsFullLeavesNothingOnItAndNothingInTheRecord() throws IOException {
    try (SmallDisk disk = SmallDisk.mount(temporary.resolve("disk"), "200k")) {
      RealParts.npy(disk.path().resolve("KS015/2020-01-02/001/alf/wheel.position.npy"), 1);
      catalog.scan(disk.path());
      Session small = catalog.session("KS015/2020-01-02/001");
      NDArray large = NDArray.arange(100_000);
      assertThatThrownBy(() -> small
              .register()
              .put("alf/spikes.amps.npy", TIMES)
              .put("alf/spikes.times.npy", large)
              .commit())
          .isInstanceOf(UnavailableException.class)
          .hasMessageContaining("No space left");
      assertThat(disk.files()).hasSize(1);
      assertThat(catalog.session("KS015/2020-01-02/001").datasets()).hasSize(1);
      small.put("alf/spikes.amps.npy", TIMES);
      assertThat(disk.files()).hasSize(2);
    }
  }

  @Test
  void aRecordThatCannotBeWrittenTakesTheFilesBack() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(temporary.resolve("disk"), "2m")) {
      HomeCatalog other = RealParts.catalog(disk.path().resolve("home"));
      other.scan(data);
      assertThat(other.search().count()).as("the index is up to date").isEqualTo(1);
      disk.forbidWriting();
      assertThatThrownBy(() -> other.session(SESSION).save("spikes", Map.of("times", TIMES)))
          .isInstanceOf(UnavailableException.class)
          .hasMessageContaining("record.git");
      assertThat(files()).containsExactly("alf/wheel.position.npy");
      other.close();
    }
  }

  @Test
  void anInterruptLeavesNothing() throws IOException {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> session.save("spikes", Map.of("times", TIMES)))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(files()).hasSize(1);
    assertThat(catalog.session(SESSION).datasets()).hasSize(1);
  }

  @Test
  void nothingIsInTheCatalogBeforeEverythingIsWritten() {
    List<Integer> seen = new ArrayList<>();
    catalog.addWriter(
        (content, out) -> {
          seen.add(catalog.session(SESSION).datasets().size());
          seen.add(
              data.resolve(SESSION).resolve("alf/spikes.times.npy").toFile().exists() ? 1 : 0);
        },
        Map.of(WritesFormat.EXTENSIONS, "probe"));
    session
        .register()
        .put("alf/spikes.times.npy", TIMES)
        .put("alf/spikes.times.probe", TIMES)
        .commit();
    assertThat(seen).containsExactly(1, 0);
  }

  @Test
  void veryManyDatasetsAreOneCommit() {
    Registration many = session.register();
    for (int i = 0; i < 250; i++) {
      many = many.put("alf/spikes.times.part%03d.npy".formatted(i), TIMES);
    }
    CommitId before = catalog.commit();
    assertThat(many.commit()).hasSize(250);
    assertThat(catalog.session(SESSION).datasets()).hasSize(251);
    assertThat(catalog.commit()).isNotEqualTo(before);
  }

  @Test
  void aProgramThatIsKilledWhileItSavesLeavesOnlyHiddenFiles() throws Exception {
    Path output = temporary.resolve("output");
    Path marker = temporary.resolve("marker");
    Process saving = OtherProgram.start(
        Stuck.class, output, temporary.resolve("home").toString(), marker.toString());
    for (int i = 0; i < 600 && saving.isAlive() && !Files.exists(marker); i++) {
      Thread.sleep(50);
    }
    assertThat(marker).as("it has begun to write").exists();
    saving.destroyForcibly().waitFor();
    Path alf = data.resolve(SESSION).resolve("alf");
    assertThat(alf.toFile().list())
        .as("the file that was there, and two that never got their names")
        .hasSize(3)
        .contains("wheel.position.npy")
        .doesNotContain("spikes.times.npy", "spikes.times.stuck");
    assertThat(catalog.session(SESSION).datasets()).hasSize(1);
    ScanReport report = catalog.scan(data);
    assertThat(report.datasets()).isEqualTo(1);
    assertThat(report.leftOut()).isEmpty();
    session.put("alf/spikes.times.npy", TIMES);
    assertThat(catalog.session(SESSION).load("spikes.times").array()).isEqualTo(TIMES);
  }

  /** Saves, and never comes to an end. */
  static final class Stuck {
    private Stuck() {}

    public static void main(String[] args) {
      HomeCatalog catalog = RealParts.catalog(Path.of(args[0]));
      catalog.addWriter(
          (content, out) -> {
            out.write(1);
            Files.createFile(Path.of(args[1]));
            await();
          },
          Map.of(WritesFormat.EXTENSIONS, "stuck"));
      catalog
          .session(SESSION)
          .register()
          .put("alf/spikes.times.npy", TIMES)
          .put("alf/spikes.times.stuck", TIMES)
          .commit();
    }

    private static void await() {
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void ofTwoWhoSaveTheSameDatasetAtOnceOneIsToldAndNothingIsMixed() throws Exception {
    CountDownLatch bothWrite = new CountDownLatch(2);
    catalog.addWriter(
        (content, out) -> {
          bothWrite.countDown();
          OtherWriter.await(bothWrite);
          new NpyWriter().write(content, out);
        },
        Map.of(WritesFormat.EXTENSIONS, "npy"));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Future<Dataset>> both = Stream.of(1.0, 2.0)
        .map(value ->
            threads.submit(() -> session.put("alf/spikes.times.npy", NDArray.of(value, value))))
        .toList();
    threads.shutdown();
    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertThat(both).filteredOn(SavingTest::failed).singleElement().satisfies(loser -> {
      assertThatThrownBy(loser::get).hasCauseInstanceOf(ExistsException.class);
    });
    assertThat(catalog.session(SESSION).load("spikes.times").array().toDoubleArray())
        .satisfiesAnyOf(
            values -> assertThat(values).containsExactly(1, 1),
            values -> assertThat(values).containsExactly(2, 2));
    assertThat(files()).hasSize(2);
  }

  private static boolean failed(Future<Dataset> saving) {
    try {
      saving.get();
      return false;
    } catch (ExecutionException | InterruptedException e) {
      return true;
    }
  }

  @Test
  void anAttributeOfAKindWithoutAUsualFormatIsRefused() {
    Data odd = () -> "something odd";
    assertThatThrownBy(() -> session.save("spikes", Map.of("times", odd)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("something odd");
  }
}
