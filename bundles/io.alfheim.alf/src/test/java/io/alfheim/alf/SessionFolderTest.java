/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionFolderTest {

  @ParameterizedTest(name = "case {0}: {1} ends in a session folder: {2}")
  @CsvSource({
    "46, /mnt/s0/Data/Subjects/ibl_witten_14/2019-12-04, false",
    "46, /mnt/s0/Data/Subjects/ibl_witten_14/2019-12-04/001, true",
    "46, /mnt/s0/Data/Subjects/ibl_witten_14/2019-12-04/001/, true",
    "46, /mnt/s0/Data/Subjects/ibl_witten_14/2019-12-04/001/tutu, false",
    "47, subj/2020-13-45/001, false",
    "48, subj/2020-01-01/0001, false",
    "49, 2020-01-01/001, false",
    "50, abc-@/2020-01-01/001, false",
    " 0, su bj/2020-01-01/001, false",
    " 0, ../2020-01-01/001, false",
  })
  void oneRuleTellsSessionFolders(int number, String path, boolean session) {
    assertThat(AlfPath.of(path).isSession()).isEqualTo(session);
  }

  @ParameterizedTest(name = "case {0}: {1}")
  @CsvSource({
    "51, /home/user/Data/labname/Subjects/subject/2020-01-01/001/alf, labname/subject/2020-01-01/001",
    "52, /home/user/Data/labname/2020-01-01/alf/001/, -",
    "53, lab-x/Subjects/subj/2020-01-01/001, subj/2020-01-01/001",
    "54, lab/subjects/subj/2020-01-01/001, subj/2020-01-01/001",
    "49, 2020-01-01/001, -",
    "50, abc-@/2020-01-01/001, -",
    " 0, a/2020-01-01/1/b/2020-01-02/2, a/2020-01-01/1",
    " 0, lab/Subjects/Subjects/2020-01-01/001, lab/Subjects/2020-01-01/001",
  })
  void theSessionInsideAPathIsFound(int number, String path, String session) {
    assertThat(SessionFolder.find(path).map(Object::toString).orElse("-")).isEqualTo(session);
  }

  @ParameterizedTest(name = "case 57: {0} is a date: {1}")
  @CsvSource({
    "2020-01-01, true",
    "01-01-2020, false",
    "2020-12-32, false",
    "12312, false",
    "2020-02-29, true",
    "2021-02-29, false",
    "1900-02-29, false",
    "2020-04-31, false",
    "2020-00-01, false",
    "2020-01-00, false",
    "0000-01-01, false",
    "2020/01/01, false",
    "٢٠٢٠-01-01, false",
  })
  void onlyDaysOfTheCalendarAreDates(String text, boolean date) {
    assertThat(SessionFolder.isDate(text)).isEqualTo(date);
  }

  @Test
  void folderNamesAreMatchedWithoutAPath() {
    SessionFolder found = SessionFolder.match(
            List.of("mnt", "lab", "Subjects", "NYU-40", "2021-04-12", "1"))
        .orElseThrow();

    assertThat(found.key()).hasToString("lab/NYU-40/2021-04-12/001");
    assertThat(found.number()).isEqualTo("1");
    assertThat(found.isPadded()).isFalse();
    assertThat(SessionFolder.match(List.of("2021-04-12", "1"))).isEmpty();
    assertThat(SessionFolder.match(List.of("lab", "Subjects", "NYU-40", "2021-04-12")))
        .isEmpty();
  }

  @Test
  void theSpellingOfTheNumberCannotContradictTheNumber() {
    SessionKey key = SessionKey.parse("s/2020-01-01/001");

    assertThatThrownBy(() -> new SessionFolder(key, "2")).isInstanceOf(AlfException.class);
  }
}
