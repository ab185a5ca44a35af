/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QcTest {

  @ParameterizedTest(name = "case 79: {0} is {1}")
  @CsvSource({
    "40, FAIL",
    "FAIL, FAIL",
    "critical, CRITICAL",
    "0, NOT_SET",
    "not_set, NOT_SET",
    "Warning, WARNING"
  })
  void outcomesAreReadFromNamesAndValues(String text, Qc expected) {
    assertThat(Qc.parse(text)).isEqualTo(expected);
  }

  @Test
  void case79ANumberIsReadByValue() {
    assertThat(Qc.parse(40)).isEqualTo(Qc.FAIL);
    assertThat(Qc.parse(30.0)).isEqualTo(Qc.WARNING);
    assertThatThrownBy(() -> Qc.parse(41)).isInstanceOf(AlfException.class);
    assertThatThrownBy(() -> Qc.parse(Double.NaN)).isInstanceOf(AlfException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ERROR", "", "41", "-10", "4e1", " FAIL"})
  void otherTextIsRefused(String text) {
    assertThat(Qc.find(text)).isEmpty();
    assertThatThrownBy(() -> Qc.parse(text)).isInstanceOf(AlfException.class);
  }

  @Test
  void theErrorNamesTheNearestAndAllLegalOutcomes() {
    assertThatThrownBy(() -> Qc.parse("WARN"))
        .hasMessage("No quality outcome 'WARN'; nearest is WARNING.")
        .extracting(thrown -> ((AlfException) thrown).hint())
        .isEqualTo("Write one of NOT_SET (0), PASS (10), WARNING (30), FAIL (40), CRITICAL (50).");
  }

  @Test
  void severityIsTheOrderOfTheConstants() {
    assertThat(Qc.values()).containsExactly(Qc.NOT_SET, Qc.PASS, Qc.WARNING, Qc.FAIL, Qc.CRITICAL);
    assertThat(Qc.WARNING.isAtMost(Qc.FAIL)).isTrue();
    assertThat(Qc.CRITICAL.isAtMost(Qc.FAIL)).isFalse();
    assertThat(Qc.CRITICAL.value()).isEqualTo(50);
  }
}
