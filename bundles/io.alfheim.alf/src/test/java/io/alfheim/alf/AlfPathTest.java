/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlfPathTest {

  @ParameterizedTest(name = "case {0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "41| angelakilab/Subjects/NYU-40/2021-04-12/001/spike_sorters/ks2_matlab/probe01/_kilosort_raw.output.e8c9d765764778b7b6dd2a3a1b2c3d4e.tar"
            + " | angelakilab,NYU-40,2021-04-12,001,spike_sorters/ks2_matlab/probe01,,kilosort,raw,output,,e8c9d765764778b7b6dd2a3a1b2c3d4e,tar",
        "42| NYU-40/2021-04-12/1/_kilosort_raw.output.e8c9d765.tar | ,NYU-40,2021-04-12,1,,,kilosort,raw,output,,e8c9d765,tar",
        "43| lab/Subjects/NYU-40/2021-04-12/001/collection/#revision# | lab,NYU-40,2021-04-12,001,collection,revision,,,,,,",
        "44| subject/2020-01-01/001/foo.npy | ,subject,2020-01-01,001,foo.npy,,,,,,,",
        "45| foo/bar/Subjects/baz.pie | ,,,,,,,,,,,",
        "51| /home/user/Data/labname/Subjects/subject/2020-01-01/001/alf | labname,subject,2020-01-01,001,alf,,,,,,,",
        " 0| spikes.times.npy | ,,,,,,,spikes,times,,,npy",
        " 0| D:\\lab\\Subjects\\s\\2020-01-01\\001\\a\\b\\#r#\\o.a.e | lab,s,2020-01-01,001,a/b,r,,o,a,,,e",
      })
  void aPathFallsIntoTwelveParts(int number, String path, String parts) {
    assertThat(AlfPath.of(path).parts().values().stream().collect(Collectors.joining(",")))
        .isEqualTo(parts);
  }

  @ParameterizedTest(name = "case {0}: {1} is valid: {2}")
  @CsvSource({
    "43, NYU-40/2021-04-12/001/collection/#revision#, true",
    "44, subject/2020-01-01/001/foo.npy, true",
    "44, subject/2020-01-01/001/alf/#2020-01-01#/foo.npy, false",
    "45, foo/bar/Subjects/baz.pie, false",
    "50, abc-@/2020-01-01/001, false",
    "52, /home/user/Data/labname/2020-01-01/alf/001/, false",
    " 0, /mnt/subject/2020-01-01/001/alf/bad-name.x.npy, false",
    " 0, /mnt/subject/2020-01-01/001/al f/spikes.times.npy, false",
    " 0, /mnt/subject/2020-01-01/001/alf/spikes.times.npy, true",
    " 0, subject/2020-01-01/001/, true",
    " 0, subject/2020-01-01/001/a.b.c/, true",
    " 0, alf/spikes.times.npy, false",
    " 0, /spikes.times.npy, false",
    " 0, spikes.times.npy, true",
  })
  void aValidPathHoldsASessionWithLegalNamesBelowOrIsAFileName(
      int number, String path, boolean valid) {
    assertThat(AlfPath.of(path).isValid()).isEqualTo(valid);
    assertThat(AlfPath.find(path).isPresent()).isEqualTo(valid);
  }

  @Test
  void theErrorSaysWhichNameIsWrong() {
    assertThatThrownBy(() -> AlfPath.parse("s/2020-01-01/001/alf/a-b.c.npy"))
        .isInstanceOf(InvalidAlfException.class)
        .hasMessage("'s/2020-01-01/001/alf/a-b.c.npy' is no ALF path: it ends in 'a-b.c.npy',"
            + " which has '-', which is not allowed in the object 'a-b'.");
    assertThatThrownBy(() -> AlfPath.parse("/foo/bar"))
        .hasMessage(
            "'/foo/bar' is no ALF path: it has no session folder (subject/date/number) in it.");
    assertThatThrownBy(() -> AlfPath.of("/foo/bar").session())
        .isInstanceOf(InvalidAlfException.class)
        .hasMessage("No session folder (subject/date/number) in '/foo/bar'.");
  }

  @ParameterizedTest(name = "case {0}: {1}")
  @CsvSource({
    "55, /mnt/s0/Data/Subjects/ZM_1368/2019-04-19/001/raw_behavior_data/_iblrig_micData.raw.wav,"
        + " Data/Subjects/ZM_1368/2019-04-19/001/raw_behavior_data/_iblrig_micData.raw.wav",
    "56, /trials.intervals_bpod.npy, trials.intervals_bpod.npy",
    " 0, alf/#r#/trials.intervals.npy/, alf/#r#/trials.intervals.npy",
    " 0, al f/trials.intervals.npy, trials.intervals.npy",
    " 0, F:\\x\\s\\2020-01-01\\1\\alf\\, s\\2020-01-01\\1\\alf",
    " 0, /foo/bar, -",
    " 0, '', -",
  })
  void theAlfPartOfAPathLeavesItsRootBehind(int number, String path, String alf) {
    assertThat(AlfPath.of(path).findWithoutRoot().map(AlfPath::toString).orElse("-"))
        .isEqualTo(alf);
  }

  @Test
  void theTextAroundTheSessionIsAtHand() {
    AlfPath path = AlfPath.of("/mnt/s0/lab/Subjects/s/2020-01-01/001/alf/#r#/spikes.times.npy");

    assertThat(path.root()).isEqualTo("/mnt/s0");
    assertThat(path.sessionPath()).hasToString("/mnt/s0/lab/Subjects/s/2020-01-01/001");
    assertThat(path.sessionPath().isSession()).isTrue();
    assertThat(path.relativeToLab()).isEqualTo("s/2020-01-01/001/alf/#r#/spikes.times.npy");
    assertThat(path.relativeToSession()).isEqualTo("alf/#r#/spikes.times.npy");
    assertThat(path.findDatasetPath()).contains(DatasetPath.parse("alf/#r#/spikes.times.npy"));
    assertThat(path.session()).hasToString("lab/s/2020-01-01/001");
    assertThat(path.name()).hasToString("spikes.times.npy");
    assertThat(path.isDataset()).isTrue();
    assertThat(path.part(AlfPart.SUBJECTS)).isEqualTo("Subjects");
  }

  @Test
  void whatIsNotThereCannotBeLeftBehind() {
    assertThatThrownBy(() -> AlfPath.of("s/2020-01-01/001").relativeToLab())
        .isInstanceOf(InvalidAlfException.class)
        .hasMessage("No lab in 's/2020-01-01/001'.");
    assertThatThrownBy(() -> AlfPath.of("/foo").relativeToSession())
        .isInstanceOf(InvalidAlfException.class);
    assertThat(AlfPath.of("s/2020-01-01/001").relativeToSession()).isEmpty();
    assertThat(AlfPath.of("/foo").root()).isEmpty();
    assertThat(AlfPath.of("/s/2020-01-01/001").root()).isEqualTo("/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "\\",
        "//",
        "C:",
        "..",
        ".",
        "/x/..",
        "2020-01-01",
        "\n",
        "s/2020-01-01/001/.."
      })
  void oddTextsArePathsTooAndNotValid(String text) {
    AlfPath path = AlfPath.of(text);

    assertThat(path).hasToString(text);
    assertThat(path.isValid()).isFalse();
    assertThat(path.whyInvalid()).isPresent();
  }

  @Property(tries = 5_000)
  void anyTextIsAPathAndAValidOneIsMadeOfItsParts(@ForAll("almostPaths") String text) {
    AlfPath path = AlfPath.of(text);

    assertThat(path).hasToString(text);
    path.findDatasetPath()
        .map(DatasetPath::toString)
        .ifPresent(
            below -> assertThat(path.relativeToSession().replaceAll("/+", "/")).isEqualTo(below));
    path.findSession().ifPresent(session -> {
      assertThat(path.sessionPath().isSession()).isTrue();
      assertThat(AlfPath.of("/root", session.key()).session().key()).isEqualTo(session.key());
    });
  }

  @Provide
  Arbitrary<String> almostPaths() {
    return Arbitraries.of(
            "s",
            "lab",
            "Subjects",
            "2020-01-01",
            "001",
            "1",
            "alf",
            "#r#",
            "a.b.c",
            "a b",
            "..",
            "")
        .list()
        .ofMaxSize(9)
        .map(names -> String.join("/", names));
  }
}
