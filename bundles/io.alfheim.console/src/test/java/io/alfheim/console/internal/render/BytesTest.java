/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "9949, 9.9 kB",
    "9999, 10 kB",
    "999499, 999 kB",
    "999999, 1.0 MB",
    "4200000, 4.2 MB",
    "9223372036854775807, 9223 PB"
  })
  void threeDigitsAreEnough(long bytes, String text) {
    assertThat(Bytes.text(bytes)).isEqualTo(text);
  }
}
