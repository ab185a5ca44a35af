/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionKeyTest {
  private static final LocalDate DAY = LocalDate.of(2020, 1, 1);

  @Test
  void case80TheCanonicalFolderOfASession() {
    SessionKey session = SessionKey.of("ALK01", DAY, 1);

    assertThat(session.path()).isEqualTo("ALK01/2020-01-01/001");
    SessionKey inLab = new SessionKey("foo", "ALK01", DAY, 1);
    assertThat(AlfPath.of("R", inLab)).hasToString("R/foo/Subjects/ALK01/2020-01-01/001");
    assertThat(inLab).hasToString("foo/ALK01/2020-01-01/001");
  }

  @ParameterizedTest
  @CsvSource({
    "ALK01/2020-01-01/1, ALK01/2020-01-01/001",
    "lab/ALK01/2020-01-01/01, lab/ALK01/2020-01-01/001",
    "lab/Subjects/ALK01/2020-01-01/001, lab/ALK01/2020-01-01/001",
  })
  void aSessionIsReadFromPathAndText(String text, String canonical) {
    assertThat(SessionKey.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "ALK01/2020-01-01",
        "ALK01/2020-01-01/1000",
        "x/lab/Subjects/ALK01/2020-01-01/001",
        "/ALK01/2020-01-01/001",
        "lab-x/Subjects/ALK01/2020-01-01/001",
        "lab-x/ALK01/2020-01-01/001",
        "ALK01/2020-01-01/001/",
        "ALK01/2020-02-30/001"
      })
  void anyOtherTextIsRefused(String text) {
    assertThat(SessionKey.find(text)).isEmpty();
    assertThatThrownBy(() -> SessionKey.parse(text))
        .isInstanceOf(InvalidAlfException.class)
        .hasMessage("'" + text + "' is no session.");
  }

  @Test
  void sessionsOrderByDateSubjectNumber() {
    assertThat(
            Stream.of("b/2020-01-01/001", "a/2020-01-02/001", "a/2020-01-01/010", "a/2020-01-01/9")
                .map(SessionKey::parse)
                .sorted()
                .map(SessionKey::toString))
        .containsExactly(
            "a/2020-01-01/009", "a/2020-01-01/010", "b/2020-01-01/001", "a/2020-01-02/001");
  }

  @Test
  void partsThatCouldNotBeFoldersAreRefused() {
    assertThatThrownBy(() -> new SessionKey("Subjects", "s", DAY, 1))
        .hasMessageContaining("no legal lab");
    assertThatThrownBy(() -> SessionKey.of("su bj", DAY, 1))
        .hasMessageContaining("'su bj' is no legal subject");
    assertThatThrownBy(() -> SessionKey.of("s", DAY, 1000))
        .hasMessageContaining("'1000' is no legal number");
    assertThatThrownBy(() -> SessionKey.of("s", LocalDate.of(10_000, 1, 1), 1))
        .isInstanceOf(AlfException.class);
  }

  @Property
  void textAndPathAreReadBack(
      @ForAll @CharRange(from = 'a', to = 'c') String lab,
      @ForAll @NotEmpty @Chars({'a', '-', '_', 'ü', '1'}) String subject,
      @ForAll @IntRange(max = 999) int number,
      @ForAll @IntRange(max = 20_000) int day) {
    SessionKey session = new SessionKey(lab, subject, DAY.plusDays(day), number);

    assertThat(SessionKey.parse(session.toString())).isEqualTo(session);
    assertThat(SessionKey.parse(session.path())).isEqualTo(session);
  }
}
