/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

class AlfPatternTest {

  @Test
  void aWholePathIsMatchedWithNamedGroups() {
    Matcher matcher = AlfPattern.fullPath()
        .compile()
        .matcher(
            "lab/Subjects/NYU-40/2021-04-12/001/alf/probe00/#r1#/_ibl_spikes.times_bpod.x.npy");

    assertThat(matcher.matches()).isTrue();
    assertThat(matcher.group("lab")).isEqualTo("lab");
    assertThat(matcher.group("subject")).isEqualTo("NYU-40");
    assertThat(matcher.group("collection")).isEqualTo("alf/probe00");
    assertThat(matcher.group("revision")).isEqualTo("r1");
    assertThat(matcher.group("timescale")).isEqualTo("bpod");
  }

  @Test
  void onePartCanBeAskedFor() {
    var pattern = AlfPattern.datasetPath().with("object", "spikes|clusters").compile();

    assertThat(pattern.matcher("alf/clusters.times.npy").matches()).isTrue();
    assertThat(pattern.matcher("alf/trials.times.npy").matches()).isFalse();
  }

  @Test
  void anyTemplateMayHoldPlaceholders() {
    Matcher matcher =
        AlfPattern.of("{subject}-{date}\\.x{2}").compile().matcher("mouse_1-2020-01-01.xx");

    assertThat(matcher.matches()).isTrue();
    assertThat(matcher.group("subject")).isEqualTo("mouse_1");
    assertThat(AlfPattern.session().compile().matcher("su bj/2020-01-01/001").matches())
        .isFalse();
  }

  @Test
  void anUnknownPartIsRefusedWhereverItStands() {
    assertThatThrownBy(() -> AlfPattern.of("{objekt}")).hasMessageContaining("nearest is 'object'");
    assertThatThrownBy(() -> AlfPattern.fileName().with("objekt", "x"))
        .hasMessageContaining("nearest is 'object'");
  }

  @Test
  void aBrokenExpressionIsRefused() {
    AlfPattern broken = AlfPattern.fileName().with(AlfPart.OBJECT, "(");

    assertThatThrownBy(broken::compile)
        .isInstanceOf(AlfException.class)
        .hasMessageStartingWith("No regular expression");
  }
}
