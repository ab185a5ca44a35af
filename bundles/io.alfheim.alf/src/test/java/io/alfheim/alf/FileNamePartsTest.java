/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamePartsTest {

  @ParameterizedTest(name = "case {0}: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "NULL",
      emptyValue = "",
      value = {
        " 1| _namespace_obj.times_timescale.extra.foo.ext            | namespace| obj            | times         | timescale | extra.foo| ext",
        " 2| spikes.clusters.npy                                     | -        | spikes         | clusters      | -         | -        | npy",
        " 3| spikes.times_ephysClock.npy                             | -        | spikes         | times         | ephysClock| -        | npy",
        " 4| _iblmic_audioSpectrogram.frequencies.npy                | iblmic   | audioSpectrogram| frequencies  | -         | -        | npy",
        " 5| _spikeglx_ephysData_g0_t0.imec.wiring.json              | spikeglx | ephysData_g0_t0| imec          | -         | wiring   | json",
        " 6| _spikeglx_ephysData_g0_t0.imec0.lf.bin                  | spikeglx | ephysData_g0_t0| imec0         | -         | lf       | bin",
        " 7| _ibl_trials.goCue_times_bpod.csv                        | ibl      | trials         | goCue_times   | bpod      | -        | csv",
        " 8| _ibl_passivePeriods.intervalsTable_bpod.csv             | ibl      | passivePeriods | intervalsTable| bpod      | -        | csv",
        " 9| obj.attr_timestamps.npy                                 | -        | obj            | attr          | timestamps| -        | npy",
        "10| obj.attr_intervals.npy                                  | -        | obj            | attr_intervals| -         | -        | npy",
        "11| channels._phy_ids.csv                                   | -        | channels       | _phy_ids      | -         | -        | csv",
        "12| _ns_obj.attr1.2622b17c-9408-4910-99cb-abf16d9225b9.metadata.json | ns | obj         | attr1         | -         | 2622b17c-9408-4910-99cb-abf16d9225b9.metadata | json",
        "13| _obj.attr.npy                                           | ob       | j              | attr          | -         | -        | npy",
        "14| ns_obj.attr.npy                                         | -        | ns_obj         | attr          | -         | -        | npy",
        "15| __ns__obj.attr.npy                                      | -        | ns__obj        | attr          | -         | -        | npy",
        "16| _ns_sub_obj.attr.npy                                    | ns       | sub_obj        | attr          | -         | -        | npy",
        "17| obj.attr_foo_times.npy                                  | -        | obj            | attr          | foo_times | -        | npy",
        "18| obj.times_times_clock.npy                               | -        | obj            | times_times   | clock     | -        | npy",
        "19| obj.attr.npy.gz                                         | -        | obj            | attr          | -         | npy      | gz",
        "20| spikes.times_ephysClock_minutes.npy                     | -        | spikes         | times         | ephysClock_minutes | - | npy",
      })
  void aFileNameFallsIntoItsParts(
      int number,
      String text,
      String namespace,
      String object,
      String attribute,
      String timescale,
      String extra,
      String extension) {
    AlfName name = AlfName.parse(text);

    assertThat(name.namespace()).isEqualTo(orEmpty(namespace));
    assertThat(name.object()).isEqualTo(object);
    assertThat(name.attribute()).isEqualTo(attribute);
    assertThat(name.timescale()).isEqualTo(orEmpty(timescale));
    assertThat(name.extra()).isEqualTo(orEmpty(extra));
    assertThat(name.extension()).isEqualTo(extension);
    assertThat(name).hasToString(text);
  }

  @Test
  void case21ANameWithoutDotsIsRefusedOrNotFound() {
    assertThat(AlfName.find("badfile")).isEmpty();
    assertThatThrownBy(() -> AlfName.parse("badfile"))
        .isInstanceOf(InvalidAlfException.class)
        .hasMessage(
            "'badfile' is no ALF file name: it has no dot, needs at least 2: object.attribute.extension.");
  }

  @Test
  void extrasComeOneByOne() {
    assertThat(AlfName.parse("obj.attr.a.b-c.npy").extraParts()).containsExactly("a", "b-c");
    assertThat(AlfName.parse("obj.attr.npy").extraParts()).isEmpty();
  }

  @Test
  void aSuffixThatWouldLeaveAnEmptyTimescaleStaysInTheTimescale() {
    AlfName name = AlfName.parse("obj.attr_times_.npy");

    assertThat(name.attribute()).isEqualTo("attr");
    assertThat(name.timescale()).isEqualTo("times_");
  }

  static String orEmpty(String part) {
    return part.equals("-") ? "" : part;
  }
}
