/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlfWordsTest {

  @ParameterizedTest(name = "case 72: {0} to {1}")
  @CsvSource({
    "Hello world, helloWorld",
    "motion_energy, motionEnergy",
    "FooBarBaz, fooBarBaz",
    "passive_RFM, passiveRFM",
    "ROI Motion Energy, ROIMotionEnergy",
    "mpci ROIs, mpciROIs",
    "FOO, fOO",
    "'', ''",
    "' ', ''",
    "'  two  words ', twoWords",
    "is It, isIt",
  })
  void wordsBecomeCamelCase(String words, String name) {
    assertThat(AlfWords.camelCase(words)).isEqualTo(name);
  }

  @ParameterizedTest(name = "case 73: {0} to {1}")
  @CsvSource({
    "DAQData, DAQ data",
    "ROIMotion, ROI motion",
    "blueChipTime, blue chip time",
    "someROIsDataset, some ROIs dataset",
    "fooBAR, foo BAR",
    "Foo, foo",
    "goCue_times, go cue times",
    "probe00Spikes, probe00 spikes",
    "posX, pos X",
    "mpciROIs, mpci ROIs",
    "'', ''",
  })
  void camelCaseBecomesReadable(String name, String words) {
    assertThat(AlfWords.readable(name)).isEqualTo(words);
  }

  @ParameterizedTest(name = "case 73: {0} to {1}")
  @CsvSource({"fooBAR, Foo BAR", "Foo, Foo", "DAQData, DAQ data", "'', ''"})
  void aTitleStartsWithACapital(String name, String words) {
    assertThat(AlfWords.readableTitle(name)).isEqualTo(words);
  }

  @Property
  void noTextIsTooOdd(@ForAll String text) {
    assertThat(AlfWords.camelCase(text)).doesNotContain("_", " ");
    assertThat(AlfWords.readable(text)).doesNotContain("_");
  }
}
