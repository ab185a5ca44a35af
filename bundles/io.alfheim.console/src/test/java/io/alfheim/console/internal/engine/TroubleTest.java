/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.data.DataException;
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
