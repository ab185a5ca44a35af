/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionRefTest {
  private static final String START = "2023-04-07T17:34:11.403825";

  @ParameterizedTest(name = "case 74: {0} is a reference: {1}")
  @CsvSource({
    "2018-07-13_001_flowers, true",
    "2018-07-13_1_flowers, true",
    "2023-03-14_11_HB_003, true",
    "2018-invalid_ref-s, false",
    "2018-07-13_0001_flowers, false",
    "2018-07-13_1_, false",
    "2018-13-13_1_flowers, false",
    "2018-07-13_1_flowers/alf, false",
    "2018-07-13_001, false",
    "2018-07-13, false",
  })
  void referencesAreToldFromOtherText(String text, boolean ref) {
    assertThat(SessionRef.isRef(text)).isEqualTo(ref);
  }

  @Test
  void case75TheSubjectMayHoldUnderscores() {
    SessionRef ref = SessionRef.parse("2020-01-23_002_ibl_witten_01");

    assertThat(ref.date()).isEqualTo(LocalDate.of(2020, 1, 23));
    assertThat(ref.number()).isEqualTo("002");
    assertThat(ref.subject()).isEqualTo("ibl_witten_01");
    assertThat(ref.key()).hasToString("ibl_witten_01/2020-01-23/002");
    assertThat(ref).hasToString("2020-01-23_002_ibl_witten_01");
  }

  @Test
  void case76FieldsOfADatabaseMakeAReference() {
    assertThat(SessionRef.of(Map.of("start_time", START, "number", "001", "subject", "flowers")))
        .hasToString("2023-04-07_001_flowers");
    assertThat(SessionRef.of(
            Map.of("start_time", LocalDateTime.parse(START), "number", 1, "subject", "flowers")))
        .hasToString("2023-04-07_1_flowers");
    assertThat(SessionRef.of(
            Map.of("date", LocalDate.of(2023, 4, 7), "sequence", 1, "subject", "flowers")))
        .hasToString("2023-04-07_1_flowers");
  }

  @Test
  void aDateAsTextAndANumberMayBeMixed() {
    assertThat(SessionRef.of(Map.of("date", "2023-04-07", "number", 1, "subject", "flowers")))
        .hasToString("2023-04-07_1_flowers");
  }

  @Test
  void missingAndImpossibleFieldsAreNamed() {
    assertThatThrownBy(() -> SessionRef.of(Map.of())).hasMessage("No field 'date' among [].");
    assertThatThrownBy(() -> SessionRef.of(Map.of("date", "soon", "number", 1, "subject", "s")))
        .isInstanceOf(AlfException.class)
        .hasMessage("'soon' names no day.");
    assertThatThrownBy(
            () -> SessionRef.of(Map.of("date", LocalTime.NOON, "number", 1, "subject", "s")))
        .isInstanceOf(AlfException.class)
        .hasMessage("'12:00' names no day.");
    assertThatThrownBy(
            () -> SessionRef.of(Map.of("date", "2023-04-07", "number", 1000, "subject", "s")))
        .isInstanceOf(AlfException.class)
        .hasMessageContaining("'1000' is no number of a session");
  }

  @ParameterizedTest(name = "case 77: {0}")
  @CsvSource({
    "E:/FlatIron/Subjects/zadorlab/flowers/2018-07-13/001, 2018-07-13_001_flowers",
    "E:/FlatIron/Subjects/zadorlab/flowers/2018-07-13/1, 2018-07-13_1_flowers",
    "E:/FlatIron/Subjects/zadorlab/flowers/2018-07-13/01, -",
    "E:\\FlatIron\\Subjects\\zadorlab\\flowers\\2018-07-13\\10, 2018-07-13_10_flowers",
    "flow.ers/2018-07-13/001, 2018-07-13_001_flow.ers",
    "flowers/2018-07-13/0001, -",
  })
  void aPathHasAReference(String path, String ref) {
    assertThat(SessionRef.findInPath(path).map(Object::toString).orElse("-")).isEqualTo(ref);
  }

  @Test
  void referencesOrderBySession() {
    assertThat(Stream.of("2020-01-02_1_a", "2020-01-01_10_a", "2020-01-01_9_a", "2020-01-01_1_b")
            .map(SessionRef::parse)
            .sorted()
            .map(SessionRef::toString))
        .containsExactly("2020-01-01_9_a", "2020-01-01_10_a", "2020-01-01_1_b", "2020-01-02_1_a");
  }

  @Property
  void anyTextIsReadBackAsWrittenOrRefused(@ForAll String text) {
    assertThat(SessionRef.find(text).map(SessionRef::toString).orElse(text)).isEqualTo(text);
    assertThat(SessionRef.find("2020-01-01_1_" + text).map(SessionRef::subject).orElse(text))
        .isEqualTo(text);
  }

  @Test
  void aKeyMakesAPaddedReference() {
    assertThat(SessionRef.of(SessionKey.parse("lab/flowers/2018-07-13/1")))
        .hasToString("2018-07-13_001_flowers");
    assertThatThrownBy(() -> SessionRef.parse("yesterday"))
        .isInstanceOf(InvalidAlfException.class)
        .hasMessage("'yesterday' is no session reference.");
  }
}
