/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.AlfException;
import io.alfheim.alf.AlfPart;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.ExistsException;
import io.alfheim.catalog.FileData;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.UnavailableException;
import io.alfheim.data.Column;
import io.alfheim.data.DataObject;
import io.alfheim.data.DatasetReader;
import io.alfheim.data.Document;
import io.alfheim.data.NDArray;
import io.alfheim.data.ReadsFormat;
import io.alfheim.data.Table;
import io.alfheim.data.WritesFormat;
import io.alfheim.format.npy.internal.NpyReader;
import io.alfheim.format.npy.internal.NpyWriter;
import io.alfheim.format.npy.internal.NpzReader;
import io.alfheim.format.npy.internal.NpzWriter;
import io.alfheim.format.parquet.internal.ParquetReader;
import io.alfheim.format.parquet.internal.ParquetWriter;
import io.alfheim.format.text.internal.CsvTableReader;
import io.alfheim.format.text.internal.JsonLinesReader;
import io.alfheim.format.text.internal.JsonReader;
import io.alfheim.format.text.internal.JsonWriter;
import io.alfheim.format.text.internal.SsvTableReader;
import io.alfheim.format.text.internal.TsvTableReader;
import io.alfheim.format.text.internal.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlfIoTest {
  private static final NDArray THREE = NDArray.of(0.5, 1.5, 2.5);

  @TempDir
  Path folder;

  private final AlfIo io = new AlfIo();

  @BeforeEach
  void formats() {
    reads(new NpyReader(), "npy");
    reads(new NpzReader(), "npz");
    reads(new CsvTableReader(), "csv");
    reads(new TsvTableReader(), "tsv", "htsv");
    reads(new SsvTableReader(), "ssv");
    reads(new JsonReader(), "json");
    reads(new JsonLinesReader(), "jsonable");
    reads(new YamlReader(), "yaml", "yml");
    io.addWriter(new NpyWriter(), Map.of(WritesFormat.EXTENSIONS, "npy"));
    io.addWriter(new JsonWriter(), Map.of(WritesFormat.EXTENSIONS, "json"));
  }

  private void reads(DatasetReader reader, String... extensions) {
    io.addReader(reader, Map.of(ReadsFormat.EXTENSIONS, extensions));
  }

  private Path text(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private void npy(String name, NDArray array) throws IOException {
    try (var out = Files.newOutputStream(folder.resolve(name))) {
      new NpyWriter().write(array, out);
    }
  }

  @Test
  void parquetTablesAndArchivesAreReadToo() throws IOException {
    reads(new ParquetReader(), "pqt");
    Table table = Table.of(Column.of("x_0", 1, 2), Column.of("x_1", 3, 4));
    try (var out = Files.newOutputStream(folder.resolve("trials.table.pqt"))) {
      new ParquetWriter().write(table, out);
    }
    assertThat(io.load(folder.resolve("trials.table.pqt")).table()).isEqualTo(table);
    assertThat(io.loadObject(folder, "trials").array("x").shape()).containsExactly(2, 2);
    try (var out = Files.newOutputStream(folder.resolve("wheel.all.npz"))) {
      new NpzWriter().write(THREE, out);
    }
    assertThat(io.load(folder.resolve("wheel.all.npz")).array()).isEqualTo(THREE);
  }

  @Test
  void whereOfTwoReadersOneGoesTheOtherReads() throws IOException {
    DatasetReader other = source -> THREE;
    reads(other, "csv");
    Path file = text("a.b.csv", "x\n1\n");
    assertThat(io.load(file)).isEqualTo(THREE);
    io.removeReader(other);
    assertThat(io.load(file).table().rows()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "a.b.csv, 'x,y\n1,2\n', table 1 row × 2 columns",
    "a.b.CSV, 'x,y\n1,2\n', table 1 row × 2 columns",
    "a.b.tsv, 'x\ty\n1\t2\n', table 1 row × 2 columns",
    "a.b.htsv, 'x\ty\n1\t2\n', table 1 row × 2 columns",
    "a.b.ssv, 'x y\n1 2\n', table 1 row × 2 columns",
  })
  void tablesAreReadByTheirExtensionInAnyCase(String name, String content, String what)
      throws IOException {
    assertThat(io.load(text(name, content)).describe()).isEqualTo(what);
  }

  @Test
  void documentsAreReadByTheirExtension() throws IOException {
    assertThat(io.load(text("a.b.json", "{\"n\": 1}")).document().integer("n")).isEqualTo(1);
    assertThat(io.load(text("a.b.yaml", "n: 1\n")).document().integer("n")).isEqualTo(1);
    assertThat(io.load(text("a.b.yml", "n: 1\n")).document().integer("n")).isEqualTo(1);
    assertThat(
            io.load(text("a.b.jsonable", "{\"n\": 1}\n{\"n\": 2}\n")).document().list())
        .hasSize(2);
  }

  @Test
  void anArrayOfOneColumnIsASeriesAndOthersStay() throws IOException {
    npy("a.b.npy", THREE.reshape(3, 1));
    assertThat(io.load(folder.resolve("a.b.npy")).array()).isEqualTo(THREE);
    npy("a.row.npy", THREE.reshape(1, 3));
    assertThat(io.load(folder.resolve("a.row.npy")).array().shape()).containsExactly(1, 3);
    npy("a.single.npy", NDArray.scalar(5.0));
    assertThat(io.load(folder.resolve("a.single.npy")).array().rank()).isZero();
  }

  @Test
  void whatNothingReadsComesAsItsFile() throws IOException {
    Path file = text("a.b.mp4", "frames");
    assertThat(io.load(file)).isInstanceOfSatisfying(FileData.class, data -> {
      assertThat(data.path()).isEqualTo(file);
      assertThat(data.installed()).contains("npy", "yml");
    });
  }

  @Test
  void missingEmptyAndBrokenFilesAreNamed() throws IOException {
    assertThatThrownBy(() -> io.load(folder.resolve("a.b.npy")))
        .isInstanceOf(NoSuchDatasetException.class)
        .hasMessageContaining("a.b.npy");
    Path empty = text("a.b.npy", "");
    assertThatThrownBy(() -> io.load(empty))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("a.b.npy")
        .hasMessageContaining("empty");
    Path broken = text("a.b.json", "{\"n\": ");
    assertThatThrownBy(() -> io.load(broken))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("a.b.json");
  }

  @Test
  void anObjectHasOneAttributePerFileWithTimescaleAndExtrasInItsName() throws IOException {
    npy("_ibl_spikes.times.npy", THREE);
    npy("_ibl_spikes.times_ephysClock.npy", THREE);
    npy("_ibl_spikes.amps.raw.npy", THREE);
    npy("wheel.position.npy", THREE);
    DataObject spikes = io.loadObject(folder, "spikes");
    assertThat(spikes.attributes())
        .containsExactlyInAnyOrder("times", "times_ephysClock", "amps.raw");
    assertThat(io.loadObject(folder.resolve("_ibl_spikes.times.npy")).attributes())
        .isEqualTo(spikes.attributes());
    NameFilter plain =
        NameFilter.ANY.object("spikes").without(AlfPart.TIMESCALE).extra("raw");
    assertThat(io.loadObject(folder, plain).attributes()).containsExactly("amps.raw");
    assertThat(io.loadObject(List.of(folder.resolve("wheel.position.npy"))).name())
        .isEqualTo("wheel");
  }

  @Test
  void twoFilesOfOneAttributeAreNotGuessed() throws IOException {
    npy("spikes.times.npy", THREE);
    text("spikes.times.csv", "x\n1\n2\n3\n");
    assertThatThrownBy(() -> io.loadObject(folder, "spikes"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("spikes.times.npy")
        .hasMessageContaining("spikes.times.csv");
    assertThat(io.loadObject(folder, NameFilter.ANY.object("spikes").extension("npy"))
            .rows())
        .isEqualTo(3);
  }

  @Test
  void severalObjectsAndNoneAreRefusedWithWhatThereIs() throws IOException {
    npy("spikes.times.npy", THREE);
    npy("wheel.position.npy", THREE);
    assertThatThrownBy(() -> io.loadObject(folder, "*"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("spikes, wheel");
    assertThatThrownBy(() -> io.loadObject(folder, "licks"))
        .isInstanceOfSatisfying(NoSuchDatasetException.class, e -> {
          assertThat(e).hasMessageContaining("object 'licks'");
          assertThat(e.hint()).contains("spikes, wheel");
        });
    assertThatThrownBy(() -> io.loadObject(List.of())).isInstanceOf(CatalogException.class);
  }

  @Test
  void aSideCarNamesTheColumnsAndItsRestIsKept() throws IOException {
    npy("spikes.features.npy", NDArray.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}));
    text("spikes.features.metadata.json", "{\"columns\": [\"x\", \"y\"], \"unit\": \"uV\"}");
    DataObject spikes = io.loadObject(folder, "spikes");
    assertThat(spikes.array("y").toDoubleArray()).containsExactly(2, 4, 6);
    assertThat(spikes.document("featuresmetadata").text("unit")).isEqualTo("uV");
  }

  @Test
  void aTableIsSpreadAndPairsAreJoined() throws IOException {
    text("trials.table.csv", "choice,intervals_0,intervals_1\n1,0.5,0.7\n-1,1.5,1.7\n");
    npy("trials.contrast.npy", NDArray.of(0.1, 0.2));
    DataObject trials = io.loadObject(folder, "trials");
    assertThat(trials.attributes()).containsExactlyInAnyOrder("choice", "intervals", "contrast");
    assertThat(trials.array("intervals").shape()).containsExactly(2, 2);
  }

  @Test
  void partsOfOneAttributeAreJoinedInTheOrderOfTheirExtras() throws IOException {
    npy("spikes.times.part2.npy", NDArray.of(3.0));
    npy("spikes.times.part1.npy", NDArray.of(1.0, 2.0));
    assertThat(io.loadObject(folder, "spikes").array("times").toDoubleArray())
        .containsExactly(1, 2, 3);
  }

  @Test
  void timeStampsAreExpanded() throws IOException {
    npy("wheel.position.npy", NDArray.of(new double[7]));
    npy("wheel.timestamps.npy", NDArray.of(new double[][] {{0, 10}, {4, 14}}));
    assertThat(io.loadObject(folder, "wheel").array("timestamps").toDoubleArray())
        .containsExactly(10, 11, 12, 13, 14, 14, 14);
  }

  @Test
  void aSeriesComesWithItsTimes() throws IOException {
    npy("wheel.position.npy", THREE);
    npy("wheel.timestamps.npy", NDArray.of(new double[][] {{0, 10}, {2, 12}}));
    Series series = io.loadSeries(folder.resolve("wheel.position.npy"));
    assertThat(series.times().toDoubleArray()).containsExactly(10, 11, 12);
    assertThat(series.values()).isEqualTo(THREE);
  }

  @Test
  void ofSeveralTimesThoseOnTheSameClockAreMeantAndOthersNotGuessed() throws IOException {
    npy("wheel.position.npy", THREE);
    assertThatThrownBy(() -> io.loadSeries(folder.resolve("wheel.position.npy")))
        .isInstanceOf(NoSuchDatasetException.class)
        .hasMessageContaining("No times");
    npy("wheel.times.npy", THREE);
    npy("wheel.times_bpod.npy", NDArray.of(7.0, 8.0, 9.0));
    assertThat(io.loadSeries(folder.resolve("wheel.position.npy")).times()).isEqualTo(THREE);
    npy("wheel.timestamps.npy", THREE);
    assertThatThrownBy(() -> io.loadSeries(folder.resolve("wheel.position.npy")))
        .isInstanceOf(NoSuchDatasetException.class)
        .hasMessageContaining("wheel.times.npy")
        .hasMessageContaining("wheel.timestamps.npy");
  }

  @Test
  void anObjectIsSavedUnderBuiltNamesAndLoadsAgain() {
    Path alf = folder.resolve("alf");
    List<Path> saved = io.saveObject(
        alf,
        "wheel",
        Map.of("motion energy", THREE, "goCue_times", THREE),
        name -> name.namespace("ibl").timescale("bpod"));
    assertThat(saved)
        .extracting(path -> path.getFileName().toString())
        .containsExactlyInAnyOrder(
            "_ibl_wheel.motionEnergy_bpod.npy", "_ibl_wheel.goCue_times_bpod.npy");
    assertThat(io.loadObject(alf, "wheel").array("motionEnergy_bpod")).isEqualTo(THREE);
  }

  @Test
  void metadataLieBesideTheirFile() {
    Path file =
        io.saveObject(folder, "spikes", Map.of("features", THREE.reshape(1, 3))).get(0);
    Path beside = io.saveMetadata(file, Document.of(Map.of("columns", List.of("x", "y", "z"))));
    assertThat(beside.getFileName()).hasToString("spikes.features.metadata.json");
    assertThat(io.loadObject(folder, "spikes").attributes()).containsExactly("x", "y", "z");
  }

  @Test
  void whatIsThereIsNotReplacedAndNothingElseIsWritten() throws IOException {
    npy("spikes.times.npy", NDArray.of(9.0));
    assertThatThrownBy(() -> io.saveObject(folder, "spikes", Map.of("times", THREE, "amps", THREE)))
        .isInstanceOf(ExistsException.class)
        .hasMessageContaining("spikes.times.npy");
    assertThat(folder.toFile().list()).containsExactly("spikes.times.npy");
    assertThat(io.load(folder.resolve("spikes.times.npy")).array().size()).isEqualTo(1);
  }

  @Test
  void unequalRowsAndNamesThatCannotBeReadBackAreRefused() {
    assertThatThrownBy(
            () -> io.saveObject(folder, "spikes", Map.of("a", THREE, "b", NDArray.of(1.0, 2.0))))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("differ in rows");
    assertThatThrownBy(() -> io.saveObject(folder, "spikes.times", Map.of("a", THREE)))
        .isInstanceOf(AlfException.class);
    assertThatThrownBy(() -> io.saveObject(folder, "obj-x", Map.of("a", THREE)))
        .isInstanceOf(AlfException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aWriterThatFailsLeavesNothing() {
    io.addWriter(
        (data, out) -> {
          out.write(1);
          throw new IOException("No more.");
        },
        Map.of(WritesFormat.EXTENSIONS, "npy"));
    assertThatThrownBy(() -> io.saveObject(folder, "spikes", Map.of("a", THREE)))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("No more.");
    assertThat(folder).isEmptyDirectory();
  }
}
