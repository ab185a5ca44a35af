/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where people write numbers in digits of their own. */
class TimeTextTest {
  private final Locale before = Locale.getDefault();

  @BeforeEach
  void writeInPersianDigits() {
    Locale.setDefault(Locale.forLanguageTag("fa-IR-u-nu-arabext"));
    assertThat("%02d".formatted(5)).isNotEqualTo("05");
  }

  @AfterEach
  void writeAsBefore() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @CsvSource({
    "Y, -1975, -0005",
    "Y, 0, 1970",
    "M, 5, 1970-06",
    "D, 60500, 2135-08-24",
    "h, -1, 1969-12-31T23",
    "m, 61, 1970-01-01T01:01",
    "25s, 1, 1970-01-01T00:00:25",
    "ms, 1, 1970-01-01T00:00:00.001",
    "ns, -1, 1969-12-31T23:59:59.999999999",
  })
  void timesAreWrittenInTheDigitsOfTheStandard(String unit, long count, String text) {
    NDArray time = NDArray.of(count).astype("M8[" + unit + "]");
    assertThat(time.getString(0)).isEqualTo(text);
    assertThat(time.equalTo(text).all()).isTrue();
    assertThat(time.toString()).contains("'" + text + "'");
  }
}
