/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SimilarTest {
  private static final List<String> NAMES = List.of("search", "session", "sessions", "load");

  @Test
  void slipsOfTheFingersAreUnderstood() {
    assertThat(Similar.to("serach", NAMES)).contains("search");
    assertThat(Similar.to("sesions", NAMES)).contains("sessions");
    assertThat(Similar.to("laod", NAMES)).contains("load");
  }

  @Test
  void anotherWordIsAnotherWord() {
    assertThat(Similar.to("plot", NAMES)).isEmpty();
    assertThat(Similar.to("x", NAMES)).isEmpty();
  }

  @Property(tries = 200)
  void theDistanceIsTheSameBothWays(
      @ForAll @AlphaChars @StringLength(max = 8) String a,
      @ForAll @AlphaChars @StringLength(max = 8) String b) {
    assertThat(Similar.distance(a, b)).isEqualTo(Similar.distance(b, a));
    assertThat(Similar.distance(a, b) == 0).isEqualTo(a.equals(b));
    assertThat(Similar.distance(a, b)).isLessThanOrEqualTo(Math.max(a.length(), b.length()));
  }
}
