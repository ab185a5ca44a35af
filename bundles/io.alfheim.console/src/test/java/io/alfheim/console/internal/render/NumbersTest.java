/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "1, 1.0",
    "0.1, 0.1",
    "3.14159265, 3.14159",
    "1234567, 1234567.0",
    "100000, 100000.0",
    "12345678, 1.2346e+07",
    "0.00001, 1.0000e-05",
    "-2.5, -2.5",
    "NaN, NaN",
    "Infinity, Infinity"
  })
  void sixDigitsMatter(double number, String text) {
    assertThat(Numbers.text(number)).isEqualTo(text);
  }
}
