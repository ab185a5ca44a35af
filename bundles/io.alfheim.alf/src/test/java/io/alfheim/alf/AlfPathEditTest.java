/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlfPathEditTest {
  private static final String U = "89c861ea-66aa-4729-a808-e79f84d08b81";
  private static final AlfPath FILE =
      AlfPath.of("/r/lab/Subjects/s/2020-01-01/001/alf/p0/#r1#/spikes.times.npy");
  private static final AlfPath WINDOWS = AlfPath.of("F:\\r\\s\\2020-01-01\\1\\spikes.times.npy");

  @Test
  void case58AnIdIsTheLastExtra() {
    assertThat(AlfPath.of("/tutu/tata.part1.json").withUuid(U))
        .hasToString("/tutu/tata.part1." + U + ".json");
  }

  @ParameterizedTest(name = "case 59: {0} is no id")
  @ValueSource(strings = {"fake", "89C861EA-66AA-4729-A808-E79F84D08B81", ""})
  void anIdMustBePlainlySpelled(String uuid) {
    assertThatThrownBy(() -> AlfPath.of("/foo/bar.npy").withUuid(uuid))
        .isInstanceOf(AlfException.class)
        .hasMessage("'" + uuid + "' is no id for a file name.");
  }

  @Test
  void case60AnIdIsRemoved() {
    assertThat(AlfPath.of("_spikeglx_sync.channels.probe00." + U + ".npy").withoutUuid())
        .hasToString("_spikeglx_sync.channels.probe00.npy");
  }

  @ParameterizedTest(name = "case 61: {0} stays")
  @ValueSource(
      strings = {
        "toto.89C861EA-66AA-4729-A808-E79F84D08B81.npy",
        "toto.89c861ea-66aa-1729-a808-e79f84d08b81.npy",
        "toto.npy",
        "toto"
      })
  void whatIsNoPlainIdStays(String name) {
    assertThat(AlfPath.of(name).withoutUuid()).hasToString(name);
  }

  @Test
  void anIdThatCouldNotBeFoundAgainIsRefused() {
    UUID byTime = UUID.fromString("89c861ea-66aa-1729-a808-e79f84d08b81");

    assertThatThrownBy(() -> AlfPath.of("a.b.npy").withUuid(byTime))
        .isInstanceOf(AlfException.class);
    assertThatThrownBy(() -> AlfName.parse("a.b.npy").withUuid(byTime))
        .isInstanceOf(AlfException.class);
  }

  @Test
  void anIdIsReplacedByAnother() {
    String other = "f6ffe258-2706-425a-aaf5-919f70025835";
    AlfPath path = AlfPath.of("/a/obj.attr." + U + ".npy");

    assertThat(path.withUuid(U)).isEqualTo(path);
    assertThat(path.withUuid(other)).hasToString("/a/obj.attr." + other + ".npy");
    assertThatThrownBy(() -> AlfPath.of("/").withUuid(U)).isInstanceOf(InvalidAlfException.class);
  }

  @ParameterizedTest(name = "case {0}: {1}")
  @CsvSource({
    "62, F:\\ScanImageAcquisitions\\subject\\2023-01-01\\1\\foo\\bar.baz,"
        + " F:\\ScanImageAcquisitions\\subject\\2023-01-01\\001\\foo\\bar.baz",
    " 0, s/2020-01-01/01/, s/2020-01-01/001/",
    " 0, s/2020-01-01/001, s/2020-01-01/001",
  })
  void numbersArePadded(int number, String path, String padded) {
    assertThat(AlfPath.of(path).withPaddedNumber()).hasToString(padded);
  }

  @Test
  void case63WithoutASessionNothingIsPadded() {
    assertThatThrownBy(() -> AlfPath.of("/foo/bar/baz").withPaddedNumber())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void case64TheRevisionIsRemovedOnceAndForAll() {
    AlfPath path = AlfPath.of("s/2020-01-01/001/alf/#2020-01-01#/obj.attr.ext");

    assertThat(path.withoutRevision()).hasToString("s/2020-01-01/001/alf/obj.attr.ext");
    assertThat(path.withoutRevision().withoutRevision())
        .hasToString("s/2020-01-01/001/alf/obj.attr.ext");
    assertThatThrownBy(() -> AlfPath.of("foo/bar/baz.npy").withoutRevision())
        .isInstanceOf(InvalidAlfException.class);
  }

  @Test
  void aRevisionIsAddedOrReplaced() {
    assertThat(FILE.withRevision("r2"))
        .hasToString("/r/lab/Subjects/s/2020-01-01/001/alf/p0/#r2#/spikes.times.npy");
    assertThat(WINDOWS.withRevision("r2"))
        .hasToString("F:\\r\\s\\2020-01-01\\1\\#r2#\\spikes.times.npy");
    assertThat(AlfPath.of("s/2020-01-01/001/alf/").withRevision("r"))
        .hasToString("s/2020-01-01/001/alf/#r#");
    assertThatThrownBy(() -> FILE.withRevision("#r#")).isInstanceOf(InvalidAlfException.class);
    assertThatThrownBy(() -> AlfPath.of("alf/spikes.times.npy").withRevision("r"))
        .isInstanceOf(InvalidAlfException.class);
  }

  @Test
  void theLabIsAddedReplacedOrRemoved() {
    assertThat(FILE.withLab("x"))
        .hasToString("/r/x/Subjects/s/2020-01-01/001/alf/p0/#r1#/spikes.times.npy");
    assertThat(WINDOWS.withLab("x"))
        .hasToString("F:\\r\\x\\Subjects\\s\\2020-01-01\\1\\spikes.times.npy");
    assertThat(AlfPath.of("E:/Subjects/s/2020-01-01/1").withLab("x"))
        .hasToString("E:/x/Subjects/s/2020-01-01/1");
    assertThat(FILE.withoutLab()).hasToString("/r/s/2020-01-01/001/alf/p0/#r1#/spikes.times.npy");
    assertThat(WINDOWS.withoutLab()).isSameAs(WINDOWS);
    assertThat(FILE.replaceLab("x")).isEqualTo(FILE.withLab("x"));
    assertThatThrownBy(() -> WINDOWS.replaceLab("x")).isInstanceOf(InvalidAlfException.class);
    assertThatThrownBy(() -> FILE.withLab("a-b")).isInstanceOf(AlfException.class);
    assertThatThrownBy(() -> FILE.withLab("")).isInstanceOf(AlfException.class);
  }

  @Test
  void subjectDateAndNumberChangeInTheirOwnPlaceOnly() {
    AlfPath path = AlfPath.of("/s/1/s/2020-01-01/1/s/2020-01-01.x/1.npy");

    assertThat(path.withSubject("t")).hasToString("/s/1/t/2020-01-01/1/s/2020-01-01.x/1.npy");
    assertThat(path.withDate(LocalDate.of(2021, 2, 3)))
        .hasToString("/s/1/s/2021-02-03/1/s/2020-01-01.x/1.npy");
    assertThat(path.withNumber(12)).hasToString("/s/1/s/2020-01-01/012/s/2020-01-01.x/1.npy");
    assertThatThrownBy(() -> path.withSubject("a b")).isInstanceOf(AlfException.class);
    assertThatThrownBy(() -> path.withNumber(1000)).isInstanceOf(AlfException.class);
    assertThatThrownBy(() -> AlfPath.of("/foo").withSubject("t"))
        .isInstanceOf(InvalidAlfException.class);
  }

  @Test
  void anEditThatWouldBeReadAsAnotherSessionIsRefused() {
    AlfPath path = AlfPath.of("x/2019-01-01/s/2020-01-01/001");

    assertThatThrownBy(() -> path.withSubject("1"))
        .isInstanceOf(AlfException.class)
        .hasMessageEndingWith("'x/2019-01-01/1/2020-01-01/001' would be read otherwise.");
  }

  @Test
  void theCollectionChangesAndTheRevisionStays() {
    assertThat(FILE.withCollection("/b/c/"))
        .hasToString("/r/lab/Subjects/s/2020-01-01/001/b/c/#r1#/spikes.times.npy");
    assertThat(FILE.withCollection(""))
        .hasToString("/r/lab/Subjects/s/2020-01-01/001/#r1#/spikes.times.npy");
    assertThat(WINDOWS.withCollection("b/c"))
        .hasToString("F:\\r\\s\\2020-01-01\\1\\b\\c\\spikes.times.npy");
    assertThat(AlfPath.of("s/2020-01-01/001").withCollection("alf"))
        .hasToString("s/2020-01-01/001/alf");
    assertThatThrownBy(() -> FILE.withCollection("#x#")).isInstanceOf(AlfException.class);
    assertThatThrownBy(() -> AlfPath.of("alf/a.b.c").withCollection("x"))
        .isInstanceOf(AlfException.class);
    assertThatThrownBy(() -> AlfPath.of("s/2020-01-01/001/#r#/alf/a.b.c").withCollection("x"))
        .isInstanceOf(InvalidAlfException.class);
    assertThatThrownBy(() -> AlfPath.of("s/2020-01-01/001").withCollection("a.b.c"))
        .isInstanceOf(InvalidAlfException.class);
  }

  @Test
  void theFileNameIsEditedInPlaceOrAddedToAFolder() {
    assertThat(FILE.withName(name -> name.withObject("clusters").withExtension("csv")))
        .hasToString("/r/lab/Subjects/s/2020-01-01/001/alf/p0/#r1#/clusters.times.csv");
    AlfName name = AlfName.parse("a.b.c");
    assertThat(WINDOWS.withName(name)).hasToString("F:\\r\\s\\2020-01-01\\1\\a.b.c");
    assertThat(AlfPath.of("s/2020-01-01/001/").withName(name))
        .hasToString("s/2020-01-01/001/a.b.c");
    assertThat(AlfPath.of("").withName(name)).hasToString("a.b.c");
    assertThatThrownBy(() -> AlfPath.of("s/2020-01-01/001/a.b.c/").withName(n -> n))
        .isInstanceOf(InvalidAlfException.class)
        .hasMessage("No ALF file name at the end of 's/2020-01-01/001/a.b.c/': it is a folder.");
    assertThatThrownBy(() -> AlfPath.of("x/a.b").name())
        .hasMessage(
            "No ALF file name at the end of 'x/a.b': it has 1 dot, needs at least 2: object.attribute.extension.");
  }
}
