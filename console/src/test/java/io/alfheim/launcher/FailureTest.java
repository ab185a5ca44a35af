/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureTest {

  @Test
  void aFailureIsOneLine() {
    assertThat(Failure.text(new IllegalStateException("a\nb"))).isEqualTo("a");
    assertThat(Failure.text(new StackOverflowError())).isEqualTo("StackOverflowError");
  }

  @Test
  void tooLittleMemorySaysHowToGetMore() {
    assertThat(Failure.text(new OutOfMemoryError("Java heap space")))
        .contains("Java heap space")
        .contains("-Xmx8g");
  }
}
