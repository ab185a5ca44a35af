/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetPathTest {

  @ParameterizedTest(name = "case {0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "33| collection/#revision#/_namespace_obj.times_timescale.extra.foo.ext | collection | revision | obj",
        "34| spikes.clusters.npy | - | - | spikes",
        "36| raw_ephys_data/probe00/#foobar#/_iblqc_ephysTimeRmsAP.timestamps.npy | raw_ephys_data/probe00 | foobar | ephysTimeRmsAP",
        "37| #2020#/obj.attr.npy | - | 2020 | obj",
        "40| alf/a.b/#r.1_x-2#/obj.attr.npy | alf/a.b | r.1_x-2 | obj",
      })
  void aRelativePathFallsIntoCollectionRevisionAndName(
      int number, String text, String collection, String revision, String object) {
    DatasetPath path = DatasetPath.parse(text);

    assertThat(path.collection()).isEqualTo(FileNamePartsTest.orEmpty(collection));
    assertThat(path.revision()).isEqualTo(FileNamePartsTest.orEmpty(revision));
    assertThat(path.name().object()).isEqualTo(object);
    assertThat(path).hasToString(text);
  }

  @ParameterizedTest(name = "case {0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "35| bad/badfile                | has no dot, needs at least 2: object.attribute.extension",
        "38| #2020#/alf/obj.attr.npy    | has a revision that is not the last folder",
        "39| alf/#a#/#b#/obj.attr.npy   | has a revision that is not the last folder",
        "39| alf/##/obj.attr.npy        | has the folder '##', which is no revision of the form '#label#'",
        "39| al f/obj.attr.npy          | has ' ', which is not allowed in the folder 'al f'",
        "39| /obj.attr.npy              | starts with '/'",
        " 0| alf//obj.attr.npy          | has an empty folder name",
        " 0| alf/../obj.attr.npy        | has the folder '..', which names no folder of its own",
        " 0| alf\\obj.attr.npy          | is a path, not a file name",
      })
  void anIllegalPathSaysWhy(int number, String text, String why) {
    assertThat(DatasetPath.isValid(text)).isFalse();
    assertThat(DatasetPath.whyInvalid(text)).contains(why);
    assertThatThrownBy(() -> DatasetPath.parse(text))
        .isInstanceOf(InvalidAlfException.class)
        .hasMessage("'" + text + "' is no dataset path: it " + why + ".");
  }

  @Test
  void theUnrevisedTextIsSharedByAllRevisions() {
    DatasetPath path = DatasetPath.parse("alf/probe00/#2020-01-01#/spikes.times.npy");

    assertThat(path.isRevised()).isTrue();
    assertThat(path.unrevised()).isEqualTo("alf/probe00/spikes.times.npy");
    assertThat(path.folder()).isEqualTo("alf/probe00/#2020-01-01#");
    assertThat(path.withRevision("")).hasToString("alf/probe00/spikes.times.npy");
    assertThat(path.withCollection("")).hasToString("#2020-01-01#/spikes.times.npy");
    assertThat(path.withName(AlfName.parse("a.b.c"))).hasToString("alf/probe00/#2020-01-01#/a.b.c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#a#", "/alf", "alf/", "..", "a b", "a//b"})
  void partsThatCouldNotBeReadBackAreRefused(String collection) {
    DatasetPath path = DatasetPath.parse("spikes.times.npy");

    assertThatThrownBy(() -> path.withCollection(collection))
        .isInstanceOf(AlfException.class)
        .hasMessageContaining("is no collection");
  }

  @Test
  void aRevisionIsGivenWithoutPoundSigns() {
    DatasetPath path = DatasetPath.parse("spikes.times.npy");

    assertThatThrownBy(() -> path.withRevision("#a#"))
        .isInstanceOf(AlfException.class)
        .hasMessage("'#a#' is no revision.");
  }

  @Property(tries = 5_000)
  void whatIsFoundIsSpelledAsGivenAndWhatIsNotHasAReason(@ForAll("almostPaths") String text) {
    DatasetPath.find(text)
        .ifPresentOrElse(
            path ->
                assertThat(path).hasToString(text).isEqualTo(DatasetPath.parse(path.toString())),
            () -> assertThat(DatasetPath.whyInvalid(text)).isPresent());
  }

  @Provide
  Arbitrary<String> almostPaths() {
    return Arbitraries.of("/", "/", "#", "#", ".", "-", "_", "alf", "a.b.c", "obj.attr.npy")
        .list()
        .ofMaxSize(9)
        .map(pieces -> String.join("", pieces));
  }
}
