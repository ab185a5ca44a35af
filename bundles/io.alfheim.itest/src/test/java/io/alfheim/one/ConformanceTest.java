/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.data.Document;
import io.alfheim.one.Defect.Difference;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the program ONE answered to 1,035 questions, asked again here. Every answer is the same, or it
 * differs by one {@link Defect} of ONE alone.
 */
class ConformanceTest {
  @TempDir
  static Path temporary;

  static GoldenLab lab;
  static Asking asking;

  @BeforeAll
  static void open() throws Exception {
    lab = new GoldenLab(temporary);
    asking = new Asking(new One(lab.catalog()), lab.tree());
  }

  @AfterAll
  static void close() throws Exception {
    lab.close();
  }

  @Test
  void everyQuestionIsAnsweredAsByOneOrRight() throws Exception {
    SoftAssertions softly = new SoftAssertions();
    Map<Defect, Integer> defects = new EnumMap<>(Defect.class);
    List<Document> questions = GoldenLab.answers().get("queries").list();
    for (Document question : questions) {
      String verb = question.text("op");
      Args args = new Args(question.get("args"));
      Object expected = question.find("error").isPresent()
          ? question.text("error")
          : Asking.plain(question.get("ok"));
      Object answered = asking.ask(verb, args);
      if (!answered.equals(expected)) {
        Difference difference = new Difference(verb, args, expected, answered, asking, lab);
        Optional<Defect> why = Stream.of(Defect.values())
            .filter(defect -> defect.explains(difference))
            .findFirst();
        why.ifPresent(defect -> defects.merge(defect, 1, Integer::sum));
        softly
            .assertThat(why)
            .as("%s %s is %s, not %s", verb, args, answered, expected)
            .isPresent();
      }
    }
    softly.assertThat(questions).hasSize(1_035);
    softly
        .assertThat(defects)
        .isEqualTo(Map.of(
            Defect.UNPADDED_FOLDER, 37,
            Defect.SEARCH_MISSES_THE_SESSION_FOLDER, 49,
            Defect.LISTS_WITHOUT_QC, 7));
    softly.assertAll();
  }

  @Test
  void aSessionWhoseFolderIsNotPaddedLoads() {
    assertThat(asking.ask(
            "load_dataset",
            args("eid", "ZM_19/2022-04-18/2", "dataset", "alf/probe00/_ibl_trials.choice.npy")))
        .asString()
        .contains("path=ZM_19/2022-04-18/2/alf/probe00/_ibl_trials.choice.npy");
  }

  private static Args args(String... namesAndValues) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Args(Document.of(values));
  }
}
