/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.catalog.UnavailableException;
import io.alfheim.one.Warnings;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FailureTest {
  @Test
  void whoIsSentToTheLogFindsItThere() {
    String what = "Dataset 'cut.off.npy' cannot be read";
    try (Warnings warnings = new Warnings()) {
      assertThat(Failure.of(what, new IOException("The wire was cut.")))
          .isInstanceOfSatisfying(
              UnavailableException.class, e -> assertThat(e.hint()).contains("log of the home"))
          .hasMessage(what + ": The wire was cut.");
      assertThat(warnings.texts()).contains(what);
    }
  }

  @Test
  void whatHasAHintOfItsOwnIsNotLogged() {
    String what = "Dataset 'no.where.npy' cannot be read";
    try (Warnings warnings = new Warnings()) {
      assertThat(Failure.of(what, new NoSuchFileException("no.where.npy")))
          .isInstanceOfSatisfying(
              UnavailableException.class, e -> assertThat(e.hint()).contains("catalog.scan"));
      assertThat(warnings.texts()).doesNotContain(what);
    }
  }
}
