/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlfTemplateTest {

  @Test
  void aPartIsUnderlinedAndExplained() {
    assertThat(AlfTemplate.describe("timescale")).isEqualTo("""
        [lab/Subjects/]subject/date/number/[collection/][#revision#/][_namespace_]object.attribute[_timescale][.extra].extension
                                                                                                    ^^^^^^^^^

        TIMESCALE
        The clock of the times inside, where it is not the shared one: bpod, ephysClock.""");
  }

  @ParameterizedTest
  @EnumSource
  void theUnderlineStandsBelowThePart(AlfPart part) {
    List<String> lines = AlfTemplate.describe(part).lines().toList();
    int start = lines.get(1).indexOf('^');

    assertThat(lines.get(0).substring(start, lines.get(1).length())).isEqualTo(part.label());
    assertThat(lines.get(0).substring(start).indexOf(part.label(), 1)).isNegative();
  }

  @ParameterizedTest
  @EnumSource
  void theMeaningIsWrapped(AlfPart part) {
    List<String> narrow = AlfTemplate.describe(part, 30).lines().skip(4).toList();

    assertThat(narrow).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(30));
    assertThat(String.join(" ", narrow)).isEqualTo(part.description());
  }

  @Test
  void allPartsAreExplainedTogether() {
    String all = AlfTemplate.describe();

    assertThat(all).startsWith(AlfTemplate.line() + "\n\nLAB\n");
    for (AlfPart part : AlfPart.values()) {
      assertThat(all.lines()).contains(part.label().toUpperCase(Locale.ROOT));
    }
  }

  @Test
  void anUnknownPartListsTheKnownOnes() {
    assertThatThrownBy(() -> AlfTemplate.describe("extention"))
        .isInstanceOf(AlfException.class)
        .hasMessage("No part 'extention' in an ALF path; nearest is 'extension'.")
        .extracting(thrown -> ((AlfException) thrown).hint())
        .isEqualTo(
            "The parts are lab, Subjects, subject, date, number, collection, revision, namespace, object,"
                + " attribute, timescale, extra, extension.");
  }
}
