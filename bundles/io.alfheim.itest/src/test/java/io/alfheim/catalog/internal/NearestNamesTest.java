/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.NoSuchDatasetException;
import io.alfheim.catalog.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proposed to those who asked for something that is not there. */
class NearestNamesTest {
  private static final String ONE = "cortexlab/KS014/2020-01-02/001";

  @TempDir
  Path temporary;

  private HomeCatalog catalog;
  private Session session;

  @BeforeEach
  void oneSession() throws IOException {
    Path folder = temporary.resolve("data/cortexlab/Subjects/KS014/2020-01-02/001");
    RealParts.npy(folder.resolve("alf/licks.times.npy"), 1);
    RealParts.npy(folder.resolve("alf/_ibl_trials.goCue_times_bpod.npy"), 1);
    RealParts.npy(folder.resolve("alf/probe00/spikes.times.npy"), 1);
    RealParts.npy(folder.resolve("alf/probe00/#2021-01-01#/spikes.depths.npy"), 1);
    catalog = RealParts.catalog(temporary.resolve("home"));
    catalog.scan(temporary.resolve("data"));
    session = catalog.session(ONE);
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
  }

  @ParameterizedTest
  @CsvSource({
    "spikes.time, spikes.times",
    "SPIKES.TIMES, spikes.times",
    "spike, spikes",
    "spikes.tims.npy, spikes.times.npy",
    "trials.goCu_times_bpod, trials.goCue_times_bpod",
    "_ibl_trial.goCue_times_bpod.npy, _ibl_trials.goCue_times_bpod.npy",
    "alf/probe0/spikes.times, alf/probe00/spikes.times",
    "alf/lick.times.npy, alf/licks.times.npy",
    "alf/probe00/#2021-01-02#/spikes.depths.npy, alf/probe00/#2021-01-01#/spikes.depths.npy"
  })
  void theNearestIsSpelledAsTheQuestionWas(String asked, String nearest) {
    assertThatThrownBy(() -> session.load(asked))
        .isInstanceOf(NoSuchDatasetException.class)
        .hasMessageEndingWith("; nearest is '" + nearest + "'.");
  }

  @Test
  void whatIsSpelledRightAndLiesElsewhereIsNamedWithItsFolders() {
    assertThatThrownBy(() -> session.load("spikes.times", "alf"))
        .hasMessageEndingWith("; nearest is 'alf/probe00/spikes.times.npy'.");
    assertThatThrownBy(() -> session.loadObject("licks", "alf/probe00"))
        .hasMessageEndingWith("; nearest is 'alf/licks.times.npy'.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dataset:spikes.tmes | No dataset is 'spikes.tmes'; nearest is 'spikes.times'.",
        "dataset:lick,wheel | No dataset is 'lick' or 'wheel'; nearest is 'licks'.",
        "subject:KS04 | No subject is 'KS04'; nearest is 'KS014'.",
        "lab:cortex | No lab is 'cortex'; nearest is 'cortexlab'.",
        "project:brain | No project is 'brain'; there is none.",
        "number:7,2 | No session has the number 2 or 7.",
        "date:2019 | No session is from 2019-01-01 to 2019-12-31.",
        "KSO14 | Nothing is called 'KSO14'; nearest is 'KS014'."
      })
  void aSearchThatFindsNothingSaysWhichWordAndWhatIsNear(String line, String sentence) {
    assertThat(catalog.search(line).list()).isEmpty();
    assertThat(catalog.search(line).unmet()).containsExactly(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-02_1_KS01",
    "KS14/2020-01-02/1",
    "cortxlab/KS014/2020-01-02/001",
    "2020-01-03_001_KS014"
  })
  void aSessionOfAnotherNameHasANearestHoweverItWasAskedFor(String asked) throws IOException {
    RealParts.npy(temporary.resolve("data/KS014/2021-11-22/011/a.b.npy"), 1);
    catalog.scan(temporary.resolve("data"));
    assertThatThrownBy(() -> catalog.session(asked))
        .hasMessageEndingWith("; nearest is '" + ONE + "'.");
  }

  @Test
  void whatIsThereWithAWorseVerdictIsNotCalledMissing() {
    session.dataset("licks.times").setQc(Qc.CRITICAL, "noise");
    assertThat(catalog.search().dataset("licks.times").unmet())
        .containsExactly("No dataset is 'licks.times' and there, with a QC not worse than FAIL.");
    assertThat(catalog.search("qc:pass dataset:spikes.times").unmet()).isEmpty();
  }

  @Test
  void wordsThatAreMetOneByOneAreNotBlamed() {
    assertThat(catalog.search().subject("KS014").unmet()).isEmpty();
    assertThat(catalog
            .search()
            .subject("KS014")
            .date(LocalDate.of(2000, 1, 1), LocalDate.of(2000, 1, 2))
            .unmet())
        .containsExactly("No session is from 2000-01-01 to 2000-01-02.");
  }
}
