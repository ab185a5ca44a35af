/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlfNameBuilderTest {

  @Test
  void case65ThreePartsMakeAName() {
    assertThat(AlfName.builder("spikes", "times", "ssv").build()).hasToString("spikes.times.ssv");
  }

  @Test
  void case66ATimescaleIsBuiltFromPieces() {
    assertThat(AlfName.builder("spikes", "times", "ssv")
            .namespace("ibl")
            .timescale("ephys clock", "minutes")
            .build())
        .hasToString("_ibl_spikes.times_ephysClock_minutes.ssv");
  }

  @Test
  void case67AllPartsMakeAName() {
    assertThat(AlfName.builder("wheel", "timestamps", ".npy")
            .namespace("ibl")
            .timescale("bpod")
            .extra("raw", "v12")
            .build())
        .hasToString("_ibl_wheel.timestamps_bpod.raw.v12.npy");
  }

  @ParameterizedTest(name = "case {0}: {1}.{2}")
  @CsvSource({
    "68, obj, attr_timestamps, .npy, obj.attr_timestamps.npy",
    "69, obj, foo_bar_intervals, .npy, obj.fooBar_intervals.npy",
    "71, my object, some attr, npy, myObject.someAttr.npy",
  })
  void wordsAreJoinedButTheEndingThatNamesTimesIsKept(
      int number, String object, String attribute, String extension, String name) {
    assertThat(AlfName.builder(object, attribute, extension).build()).hasToString(name);
  }

  @Test
  void case70PartsThatBelongElsewhereAreRefused() {
    assertThatThrownBy(() -> AlfName.builder("spikes", "times", ""))
        .isInstanceOf(AlfException.class)
        .hasMessage("Cannot name a file: the extension '' is empty.");
    assertThatThrownBy(() -> AlfName.builder("spikes.times", "x", "npy"))
        .hasMessage("Cannot name a file: the object 'spikes.times' contains '.'.");
    assertThatThrownBy(() -> AlfName.builder("spikes", "times", "npy").namespace("_usr_"))
        .hasMessage("Cannot name a file: the namespace '_usr_' contains '_'.");
    assertThatThrownBy(() -> AlfName.builder("_usr_spikes", "times", "npy"))
        .hasMessage(
            "Cannot name a file: the object '_usr_spikes' starts with '_'; give the namespace on its own.");
  }

  @Test
  void moreIsRefusedThanTheConventionAsksFor() {
    assertThatThrownBy(() -> AlfName.builder("", "times", "npy").build())
        .isInstanceOf(AlfException.class)
        .hasMessage("Cannot name a file '.times.npy': it has an empty object.");
    assertThatThrownBy(() -> AlfName.builder("obj-x", "times", "npy").build())
        .isInstanceOf(AlfException.class);
    assertThatThrownBy(() -> AlfName.builder("obj", "times", "npy").timescale("a.b"))
        .isInstanceOf(AlfException.class);
    assertThatThrownBy(
            () -> AlfName.builder("obj", "times", "npy").timescale("times").build())
        .hasMessage("Cannot name a file 'obj.times_times.npy': it would be read as other parts.");
    assertThatThrownBy(() -> AlfName.builder("obj", "times", "npy.gz"))
        .isInstanceOf(AlfException.class);
  }

  @Test
  void timestampsReadBackAsATimescaleByConvention() {
    AlfName name =
        AlfName.builder("obj", "attr_timestamps", "npy").timescale("bpod").build();

    assertThat(name).hasToString("obj.attr_timestamps_bpod.npy");
    assertThat(name.timescale()).isEqualTo("timestamps_bpod");
  }

  @Property(tries = 5_000)
  void whatIsBuiltIsReadBackOrRefused(
      @ForAll("words") String namespace,
      @ForAll("words") String object,
      @ForAll("words") String attribute,
      @ForAll("words") String timescale,
      @ForAll("words") String extra) {
    try {
      AlfName name = AlfName.builder(object, attribute, "npy")
          .namespace(namespace)
          .timescale(timescale)
          .extra(extra)
          .build();
      assertThat(AlfName.parse(name.toString())).isEqualTo(name);
      assertThat(name.namespace()).isEqualTo(namespace);
      assertThat(name.object()).isEqualTo(AlfWords.camelCase(object));
      assertThat(name.extra()).isEqualTo(extra);
      if (!attribute.endsWith("_timestamps")) {
        assertThat(name.timescale()).isEqualTo(AlfWords.camelCase(timescale));
      }
    } catch (AlfException refused) {
      assertThat(refused.getMessage()).endsWith(".");
    }
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(
            "", "spikes", "RFM", "_times", "_timestamps", " big", "ü", "_", ".", "-", "A")
        .list()
        .ofMaxSize(3)
        .map(pieces -> String.join("", pieces));
  }
}
