/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.AlfException;
import io.alfheim.alf.AlfName;
import io.alfheim.alf.AlfPart;
import io.alfheim.alf.InvalidAlfException;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFoldersTest {
  private static final String POSITION = "wheel.position.npy";
  private static final String TIMESTAMPS = "wheel.timestamps.npy";
  private static final String MOVES = "wheelMoves.intervals.npy";
  private static final String TRIALS = "_ibl_trials.intervals.npy";
  private static final String BPOD = "_ibl_trials.intervals_bpod.csv";
  private static final String FULL = "_namespace_obj.attr_timescale.raw.v12.ext";

  @TempDir
  Path folder;

  private static void touch(Path... files) throws IOException {
    for (Path file : files) {
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }

  private void sevenFiles() throws IOException {
    for (String name : List.of("noalf.file", POSITION, TIMESTAMPS, MOVES, TRIALS, BPOD, FULL)) {
      touch(folder.resolve(name));
    }
  }

  private List<String> list(NameFilter filter) {
    return DataFolders.list(folder, filter).stream().map(AlfName::toString).toList();
  }

  @Test
  void namesAreFilteredPartByPart() throws IOException {
    sevenFiles();
    NameFilter any = NameFilter.ANY;
    assertThat(list(any)).hasSize(6).doesNotContain("noalf.file");
    assertThat(list(any.object("wheel"))).containsExactly(POSITION, TIMESTAMPS);
    assertThat(list(any.object("wh*"))).containsExactly(POSITION, TIMESTAMPS, MOVES);
    assertThat(list(any.object("whee?"))).containsExactly(POSITION, TIMESTAMPS);
    assertThat(list(any.attribute("position", "timestamps"))).containsExactly(POSITION, TIMESTAMPS);
    assertThat(list(any.object("wheel").attribute("pos*", "interv*"))).containsExactly(POSITION);
    assertThat(list(any.timescale("bpod"))).containsExactly(BPOD);
    assertThat(list(any.extension("[ce]*"))).containsExactly(BPOD, FULL);
    assertThat(list(any.namespace("ibl"))).containsExactly(TRIALS, BPOD);
    assertThat(list(any.object("nothing"))).isEmpty();
  }

  @Test
  void whatIsAbsentCanBeAskedForAndMeetsNothingElse() throws IOException {
    sevenFiles();
    assertThat(list(NameFilter.ANY.without(AlfPart.TIMESCALE)))
        .containsExactly(TRIALS, POSITION, TIMESTAMPS, MOVES);
    assertThat(list(NameFilter.ANY.without(AlfPart.NAMESPACE).without(AlfPart.TIMESCALE)))
        .containsExactly(POSITION, TIMESTAMPS, MOVES);
    assertThat(list(NameFilter.ANY.timescale("*"))).containsExactly(BPOD, FULL);
    assertThat(list(NameFilter.ANY.without(AlfPart.EXTRA))).hasSize(5);
  }

  @Test
  void allExtrasMustBeThereInAnyOrder() throws IOException {
    sevenFiles();
    NameFilter any = NameFilter.ANY;
    assertThat(list(any.extra("v12"))).containsExactly(FULL);
    assertThat(list(any.extra("raw.v12"))).containsExactly(FULL);
    assertThat(list(any.extra("v12", "raw"))).containsExactly(FULL);
    assertThat(list(any.extra("v12", "foo"))).isEmpty();
    assertThat(list(any.extra("v*"))).as("no patterns").isEmpty();
  }

  @Test
  void regularExpressionsMatchFromTheStartOfAPart() throws IOException {
    sevenFiles();
    assertThat(list(NameFilter.ANY.regex().object("^wheel.*"))).hasSize(3);
    assertThat(list(NameFilter.ANY.regex().object("wheel"))).hasSize(3);
    assertThat(list(NameFilter.ANY.object("wheel$").regex())).hasSize(2);
    assertThat(list(NameFilter.ANY.regex().object("heel"))).isEmpty();
    assertThatThrownBy(() -> NameFilter.ANY.regex().object("(wheel"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("'(wheel'");
    assertThatThrownBy(() -> NameFilter.ANY.object("[wheel"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("shell pattern");
  }

  @Test
  void partsHaveLabelsAndOthersAreRefused() throws IOException {
    sevenFiles();
    assertThat(list(NameFilter.ANY.with("object", "wheel").with("extra", "raw")))
        .isEmpty();
    assertThatThrownBy(() -> NameFilter.ANY.with("fake", "x"))
        .isInstanceOf(AlfException.class)
        .hasMessageContaining("fake");
    assertThatThrownBy(() -> NameFilter.ANY.with("subject", "x")).isInstanceOf(AlfException.class);
    assertThat(NameFilter.ANY.object("a", "b").without(AlfPart.TIMESCALE))
        .hasToString("object 'a' or 'b', timescale none");
  }

  @Test
  void anObjectExistsIfAllItsAttributesDo() throws IOException {
    sevenFiles();
    NameFilter wheel = NameFilter.ANY.object("wheel");
    assertThat(DataFolders.exists(folder, wheel)).isTrue();
    assertThat(DataFolders.exists(folder, wheel, "position", "timestamps")).isTrue();
    assertThat(DataFolders.exists(folder, wheel, "position", "intervals")).isFalse();
    assertThat(DataFolders.exists(folder, NameFilter.ANY.object("spikes"))).isFalse();
    assertThat(DataFolders.exists(folder.resolve("none"), wheel)).isFalse();
  }

  @Test
  void sessionsAreFoundInOrderWithoutDecoys() throws IOException {
    for (String path : List.of(
        "lab/Subjects/s2/2020-01-02/001/alf",
        "lab/Subjects/s1/2020-01-02/002/alf",
        "lab/Subjects/s1/2020-01-02/001/extra/2020-01-03/004",
        "s3/2020-02-30/001",
        "s3/2020-01-02/abc",
        "s4/2020-01-02/1")) {
      Files.createDirectories(folder.resolve(path));
    }
    touch(folder.resolve("s5/2020-01-02/001"));
    assertThat(DataFolders.sessions(folder))
        .extracting(path -> folder.relativize(path).toString())
        .containsExactly(
            "lab/Subjects/s1/2020-01-02/001",
            "lab/Subjects/s1/2020-01-02/002",
            "lab/Subjects/s2/2020-01-02/001",
            "s4/2020-01-02/1");
    assertThat(DataFolders.sessions(folder, "s1/*/002")).hasSize(1);
    assertThat(DataFolders.sessions(folder, "s4/*/*")).hasSize(1);
    assertThat(DataFolders.sessions(folder, "s[24]/????-??-??/*")).hasSize(2);
    Path one = folder.resolve("s4/2020-01-02/1");
    assertThat(DataFolders.sessions(one)).containsExactly(one);
    assertThatThrownBy(() -> DataFolders.sessions(folder.resolve("none")))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("none");
  }

  @Test
  void linksInACircleEndNoSearch() throws IOException {
    Path session = Files.createDirectories(folder.resolve("s1/2020-01-02/001"));
    Files.createSymbolicLink(folder.resolve("s1/loop"), folder);
    Files.createSymbolicLink(folder.resolve("s1/broken"), Path.of("nowhere"));
    assertThat(DataFolders.sessions(folder)).containsExactly(session);
  }

  @Test
  void datasetsOfASessionAreThoseWithLegalNames() throws IOException {
    touch(
        folder.resolve("alf/#2020-01-01#/spikes.times.npy"),
        folder.resolve("alf/spikes.times.npy"),
        folder.resolve("alf/a-b.c.d"),
        folder.resolve("alf/bad name.x.y"),
        folder.resolve("trials.choice.npy"));
    assertThat(DataFolders.datasets(folder))
        .containsExactly(
            "alf/#2020-01-01#/spikes.times.npy", "alf/spikes.times.npy", "trials.choice.npy");
  }

  @Test
  void variantsAreOtherRevisionsOfTheSameDataset() throws IOException {
    Path alf = folder.resolve("alf");
    Path plain = alf.resolve("_ibl_spikes.times.npy");
    Path first = alf.resolve("#2020-01-01#/_ibl_spikes.times.npy");
    Path second = alf.resolve("#2021-01-01#/_ibl_spikes.times.npy");
    Path raw = alf.resolve("#2021-01-01#/_ibl_spikes.times.raw.npy");
    Path clock = alf.resolve("_ibl_spikes.times_bpod.npy");
    Path bare = alf.resolve("spikes.times.tsv");
    touch(plain, first, second, raw, clock, bare, alf.resolve("probe00/_ibl_spikes.times.npy"));
    assertThat(DataFolders.variants(List.of(plain, second)))
        .containsEntry(plain, List.of(first, second))
        .containsEntry(second, List.of(first, plain));
    assertThat(DataFolders.variants(List.of(plain), AlfPart.EXTRA).get(plain))
        .containsExactly(first, second, raw);
    assertThat(DataFolders.variants(List.of(plain), AlfPart.TIMESCALE).get(plain))
        .containsExactly(first, second, clock);
    assertThat(DataFolders.variants(List.of(bare))).containsEntry(bare, List.of());
    assertThat(DataFolders.variants(List.of(bare), AlfPart.NAMESPACE, AlfPart.EXTENSION)
            .get(bare))
        .containsExactly(first, second, plain);
  }

  @Test
  void variantsOfIllegalNamesAndOfOtherPartsAreRefused() {
    List<Path> bad = List.of(folder.resolve("notes.txt"));
    assertThatThrownBy(() -> DataFolders.variants(bad)).isInstanceOf(InvalidAlfException.class);
    List<Path> none = List.of();
    assertThatThrownBy(() -> DataFolders.variants(none, AlfPart.OBJECT))
        .isInstanceOf(AlfException.class)
        .hasMessageContaining("object");
  }

  @Test
  void theNextNumberFollowsTheGreatest() throws IOException {
    Path day = folder.resolve("2020-01-02");
    assertThat(DataFolders.nextNumber(day)).isEqualTo("001");
    for (String name : List.of("001", "002", "054", "100", "abc", ".5")) {
      Files.createDirectories(day.resolve(name));
    }
    touch(day.resolve("500"));
    assertThat(DataFolders.nextNumber(day)).isEqualTo("101");
    Files.createDirectories(day.resolve("999"));
    assertThatThrownBy(() -> DataFolders.nextNumber(day))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("999");
  }

  @Test
  void emptyFoldersAreRemovedAndTheRootAndFilesStay() throws IOException {
    Files.createDirectories(folder.resolve("a/b/c"));
    touch(folder.resolve("d/file"));
    Files.createDirectories(folder.resolve("d/e"));
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("d/e"));
    assertThat(DataFolders.removeEmpty(folder)).hasSize(4);
    assertThat(folder.resolve("a")).doesNotExist();
    assertThat(folder.resolve("d/file")).exists();
    assertThat(folder.resolve("link")).isSymbolicLink();
    assertThat(DataFolders.removeEmpty(folder.resolve("d"))).isEmpty();
  }
}
