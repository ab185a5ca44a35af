/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.data.DataException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class TroubleTest {

  @Test
  void anyExceptionMayHaveAHint() {
    assertThat(Trouble.hintOf(new DataException("No.", "Try this."))).contains("Try this.");
    assertThat(Trouble.hintOf(new Kind())).contains("psst");
  }

  @Test
  void mostHaveNone() {
    assertThat(Trouble.hintOf(new IllegalStateException("x"))).isEmpty();
    assertThat(Trouble.hintOf(new Blank())).isEmpty();
  }

  @Test
  void aFileThatCannotBeHadIsToldInOneLine() {
    assertThat(KnownTrouble.line(new NoSuchFileException("/no.jsh"), "ls '%s'"))
        .isEqualTo("There is no file '/no.jsh'; nearest is '/'. See what is there: ls '/'.");
    assertThat(KnownTrouble.line(new AccessDeniedException("/root/a.jsh"), "ls '%s'"))
        .isEqualTo("'/root/a.jsh' cannot be used: access is denied."
            + " Look at it: ls -ld '/root/a.jsh'.");
    assertThat(KnownTrouble.line(new FileSystemException("/dev", null, "Is a directory"), ""))
        .startsWith("'/dev' cannot be used: Is a directory.");
  }

  @Test
  void moreMemoryForJavaIsNotTheAnswerToEverything() {
    assertThat(KnownTrouble.find(new OutOfMemoryError("Java heap space"))).isPresent();
    assertThat(KnownTrouble.find(new OutOfMemoryError("unable to create native thread")))
        .isEmpty();
  }

  public static final class Kind extends RuntimeException {
    private static final long serialVersionUID = 1;

    public String hint() {
      return "psst";
    }
  }

  public static final class Blank extends RuntimeException {
    private static final long serialVersionUID = 1;

    public String hint() {
      return " ";
    }
  }
}
