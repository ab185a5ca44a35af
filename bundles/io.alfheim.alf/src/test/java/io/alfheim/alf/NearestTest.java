/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test
  void aMisspeltWordIsNearestToTheOneMeant() {
    assertThat(Nearest.to("sujet", List.of("number", "subject", "projects"))).isEqualTo("subject");
    assertThat(Nearest.to("SPIKE.TIME", List.of("spikes.times", "licks.times")))
        .isEqualTo("spikes.times");
  }

  @Test
  void anAbbreviationIsNearestToTheWordThatBeginsLikeIt() {
    assertThat(Nearest.to("lba", List.of("number", "laboratory"))).isEqualTo("laboratory");
    assertThat(Nearest.to("spikes.tims", List.of("times", "spikes.times.npy")))
        .isEqualTo("spikes.times.npy");
  }

  @Test
  void ofTwoThatBeginAlikeItIsTheShorterOne() {
    assertThat(Nearest.to("dat", List.of("datasets", "date"))).isEqualTo("date");
  }

  @Test
  void amongNoneThereIsNone() {
    assertThat(Nearest.to("x", List.of())).isEmpty();
  }
}
