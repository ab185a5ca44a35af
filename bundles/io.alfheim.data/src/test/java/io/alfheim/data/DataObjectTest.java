/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataObjectTest {

  private static DataObject object(Object... keysAndData) {
    Map<String, Data> attributes = new LinkedHashMap<>();
    for (int i = 0; i < keysAndData.length; i += 2) {
      attributes.put((String) keysAndData[i], (Data) keysAndData[i + 1]);
    }
    return DataObject.of("wheel", attributes);
  }

  @Test
  void pairsOfIndexAndTimeBecomeOneTimePerSampleAndAreClampedBeyondTheLast() {
    DataObject wheel = object(
        "position", NDArray.of(new double[7]),
        "timestamps", NDArray.of(new double[][] {{0, 10}, {4, 14}}));
    assertThat(wheel.array("timestamps").toDoubleArray())
        .containsExactly(10, 11, 12, 13, 14, 14, 14);
    assertThat(wheel.warnings()).isEmpty();
    assertThat(wheel.rows()).isEqualTo(7);
  }

  @Test
  void oneTimePerSampleStaysAsItIs() {
    DataObject wheel = object("position", NDArray.of(1.0, 2.0), "timestamps", NDArray.of(5.0, 6.0));
    assertThat(wheel.array("timestamps").toDoubleArray()).containsExactly(5, 6);
  }

  @Test
  void differentNumbersOfRowsAreNamedAndNothingIsLost() {
    DataObject spikes = object("times", NDArray.of(1.0, 2.0, 3.0), "amps", NDArray.of(1.0, 2.0));
    assertThat(spikes.warnings())
        .containsExactly("The attributes of 'wheel' differ in rows: times 3, amps 2.");
    assertThat(spikes.array("times").size()).isEqualTo(3);
  }

  @Test
  void anUnknownAttributeIsAnsweredWithThoseThereAre() {
    DataObject spikes = object("times", NDArray.of(1.0), "amps", NDArray.of(1.0));
    assertThatThrownBy(() -> spikes.array("depths"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("'depths'")
        .hasMessageContaining("times, amps");
  }

  @Test
  void extrasCanBeLeftOutOfNamesIfTheyStayDifferent() {
    DataObject spikes = object("times.raw.v1", NDArray.of(1.0), "amps", NDArray.of(2.0));
    assertThat(spikes.withShortNames().attributes()).containsExactly("times", "amps");
    DataObject same = object("times.raw", NDArray.of(1.0), "times", NDArray.of(2.0));
    assertThatThrownBy(same::withShortNames)
        .isInstanceOf(DataException.class)
        .hasMessageContaining("times.raw, times");
  }

  @Test
  void printsOneLinePerAttribute() {
    assertThat(object("position", NDArray.of(1.0, 2.0)).toString())
        .isEqualTo("wheel\n  position  float64 (2,)");
  }
}
