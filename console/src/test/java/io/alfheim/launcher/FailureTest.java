/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FailureTest {

  @Test
  void aFailureIsOneLine() {
    assertThat(Failure.text(new IllegalStateException("\n a.\nb"))).isEqualTo("a.");
    assertThat(Failure.text(new StackOverflowError())).isEqualTo("StackOverflowError.");
    assertThat(Failure.text(new ArithmeticException("\n \n"))).isEqualTo("ArithmeticException.");
  }

  @Test
  void whatIsNoSentenceIsToldWithItsType() {
    assertThat(Failure.text(new NoClassDefFoundError("io/alfheim/x/Y")))
        .isEqualTo("NoClassDefFoundError: io/alfheim/x/Y.");
    assertThat(Failure.text(new NoSuchFileException("/x"))).isEqualTo("NoSuchFileException: /x.");
  }

  @Test
  void theLogIsNamedWhereThereIsOne() {
    System.setProperty(LogFile.FOLDER, "/home/log");
    try {
      assertThat(Failure.text(new IllegalStateException("No.")))
          .isEqualTo("No. Details: '/home/log/alfheim.log'.");
    } finally {
      System.clearProperty(LogFile.FOLDER);
    }
  }

  @Test
  void tooLittleMemorySaysHowToGetMore() {
    assertThat(Failure.text(new OutOfMemoryError("Java heap space")))
        .contains("Java heap space")
        .contains("-Xmx8g");
    assertThat(Failure.text(new OutOfMemoryError("unable to create native thread")))
        .isEqualTo("OutOfMemoryError: unable to create native thread.");
  }
}
