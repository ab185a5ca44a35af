/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.CheckLevel;
import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.ScanOptions;
import io.alfheim.data.NDArray;
import io.alfheim.data.WritesFormat;
import io.alfheim.format.npy.internal.NpyWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What registered datasets held before somebody overwrote them. */
class KeptContentTest {
  private static final String A = "KS014/2020-01-01/001";
  private static final NDArray TIMES = NDArray.of(1.0, 2.0, 3.0);

  @TempDir
  Path temporary;

  private Path data;
  private HomeCatalog catalog;

  @BeforeEach
  void scan() throws IOException {
    data = temporary.resolve("data");
    RealParts.npy(data.resolve(A).resolve("alf/spikes.amps.npy"), 7);
    catalog = RealParts.catalog(temporary.resolve("home"));
    catalog.scan(data, ScanOptions.hashed());
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
  }

  private void ask(String line) throws IOException {
    Files.writeString(
        temporary.resolve("home/etc/io.alfheim.store-data.cfg"),
        line + "\n",
        StandardOpenOption.APPEND);
    catalog.close();
  }

  private double[] timesAsOf(String when) {
    return catalog.at(when).session(A).load("spikes.times").array().toDoubleArray();
  }

  private Path times() {
    return data.resolve(A).resolve("alf/spikes.times.npy");
  }

  /** Registers, then overwrites as a careless script does. Tells the commit between. */
  private String registerAndOverwrite() throws IOException {
    catalog.session(A).put("alf/spikes.times.npy", TIMES);
    String before = catalog.commit().value();
    RealParts.npy(times(), 9, 9, 9);
    catalog.scan(data, ScanOptions.hashed());
    return before;
  }

  @Test
  void whatWasRegisteredLoadsAfterItWasOverwritten() throws IOException {
    ask("keep = true");
    String before = registerAndOverwrite();

    assertThat(timesAsOf(before)).containsExactly(1, 2, 3);
    assertThat(timesAsOf("now")).containsExactly(9, 9, 9);
    Dataset then = catalog.at(before).session(A).dataset("spikes.times");
    assertThat(then.file().orElseThrow().getFileName()).hasToString(then.hash().orElseThrow());
  }

  @Test
  void whatWasRegisteredLoadsAfterItsFileWasDeleted() throws IOException {
    ask("keep = true");
    catalog.session(A).put("alf/spikes.times.npy", TIMES);
    String before = catalog.commit().value();
    Files.delete(times());

    assertThat(catalog.session(A).load("spikes.times").array().toDoubleArray())
        .as("before anybody looked")
        .containsExactly(1, 2, 3);
    catalog.scan(data);
    assertThat(timesAsOf(before)).containsExactly(1, 2, 3);
  }

  @Test
  void filesThatWereRegisteredWhereTheyLieAndRevisionsAreKeptToo() throws IOException {
    ask("keep = true");
    RealParts.npy(times(), 4, 5);
    catalog.register(times());
    catalog.session(A).revise("v2", "better").put("spikes.times", TIMES).commit();
    String before = catalog.commit().value();
    RealParts.npy(times(), 0);
    RealParts.npy(data.resolve(A).resolve("alf/#v2#/spikes.times.npy"), 0);
    catalog.scan(data, ScanOptions.hashed());

    assertThat(timesAsOf(before)).containsExactly(1, 2, 3);
    Dataset unrevised = catalog.at(before).session(A).datasets("spikes.times").stream()
        .filter(dataset -> !dataset.path().isRevised())
        .findFirst()
        .orElseThrow();
    assertThat(unrevised.load().array().toDoubleArray()).containsExactly(4, 5);
  }

  @Test
  void aStoreThatWasNotAskedKeepsNothingAndTheErrorSaysWhichContentRecordedWhen()
      throws IOException {
    String before = registerAndOverwrite();
    String hash = catalog.at(before).session(A).dataset("spikes.times").hash().orElseThrow();

    assertThatThrownBy(() -> timesAsOf(before))
        .isInstanceOfSatisfying(NoSuchDatasetException.class, e -> {
          assertThat(e)
              .hasMessageContaining("of MD5 " + hash)
              .hasMessageContaining("recorded 2")
              .hasMessageContaining("at commit " + before.substring(0, 10))
              .hasMessageContaining("no store has the former content");
          assertThat(e.hint()).contains("keep = true");
        });
  }

  @Test
  void keptContentIsNoDataForScansAndChecks() throws IOException {
    ask("keep = true");
    registerAndOverwrite();

    assertThat(catalog.scan(data).leftOut()).isEmpty();
    assertThat(catalog.check(CheckLevel.CONTENT).findings()).isEmpty();
    assertThat(catalog.search().count()).isEqualTo(1);
  }

  @Test
  void whatWasOverwrittenSinceIsNotTakenForWhatItWasThoughNobodyHasScanned() throws IOException {
    ask("keep = true");
    catalog.session(A).put("alf/spikes.times.npy", TIMES);
    String before = catalog.commit().value();

    RealParts.npy(times(), 9, 9, 9);
    assertThat(timesAsOf(before)).as("of the same size").containsExactly(1, 2, 3);
    RealParts.npy(times(), 9, 9, 9, 9, 9, 9);
    assertThat(timesAsOf(before)).as("of another size").containsExactly(1, 2, 3);
    assertThat(catalog.session(A).load("spikes.times").array().toDoubleArray())
        .as("now, too: the record knows no other")
        .containsExactly(1, 2, 3);
  }

  @Test
  void whereNothingIsKeptThePastSaysSoAndNowIsLoadedAsItIs() throws IOException {
    catalog.session(A).put("alf/spikes.times.npy", TIMES);
    String before = catalog.commit().value();
    assertThat(timesAsOf(before)).containsExactly(1, 2, 3);

    RealParts.npy(times(), 9, 9, 9, 9);
    assertThatThrownBy(() -> timesAsOf(before))
        .isInstanceOf(NoSuchDatasetException.class)
        .hasMessageContaining("the file there has other content now");
    assertThat(catalog.session(A).load("spikes.times").array().size()).isEqualTo(4);
  }

  @Test
  void aStoreThatKeepsAndDoesNotAnswerIsPassedBy() throws IOException {
    ask("keep = true");
    String before = registerAndOverwrite();
    Files.writeString(
        temporary.resolve("home/etc/io.alfheim.store-away.cfg"),
        "uri = file:///nowhere/at/all\nkeep = true\n");
    catalog.close();

    assertThat(timesAsOf(before)).containsExactly(1, 2, 3);
  }

  @Test
  void equalContentIsKeptOnce() throws IOException {
    ask("keep = true");
    catalog.session(A).put("alf/spikes.times.npy", TIMES);
    catalog.session(A).put("alf/licks.times.npy", TIMES);

    assertThat(kept()).hasSize(1);
  }

  @Test
  void whatDiffersEachTimeItIsWrittenIsKeptAsItLies() throws IOException {
    ask("keep = true");
    AtomicInteger times = new AtomicInteger();
    catalog.addWriter(
        (content, out) -> new NpyWriter().write(NDArray.of((double) times.incrementAndGet()), out),
        Map.of(WritesFormat.EXTENSIONS, "npy"));
    Dataset put = catalog.session(A).put("alf/spikes.times.npy", TIMES);
    double[] lies = put.load().array().toDoubleArray();
    String before = catalog.commit().value();
    Files.delete(times());
    catalog.scan(data);

    assertThat(timesAsOf(before)).isEqualTo(lies);
    assertThat(kept()).hasSize(1);
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.walk(data.resolve(KeptContent.FOLDER))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aStoreThatCannotBeWrittenCannotBeAskedToKeep() throws IOException {
    ask("keep = true\nreadOnly = true");
    RealParts.npy(times(), 4, 5);

    assertThatThrownBy(() -> catalog.register(times()))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("can only be read");
  }
}
