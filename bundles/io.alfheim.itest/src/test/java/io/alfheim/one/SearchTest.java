/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.AmbiguousException;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {
  @TempDir
  Path temporary;

  SmallLab lab;
  One one;

  @BeforeEach
  void makeALab() throws Exception {
    lab = new SmallLab(temporary);
    lab.npy("alf/spikes.times.npy", 1).npy("wheel.position.npy", 1);
    lab.session("lab/Subjects/KS014/2020-01-03/002").npy("alf/spikes.times.npy", 1);
    lab.session("ZM_335/2020-02-01/001").npy("alf/wheel.position.npy", 1);
    one = lab.one();
    lab.qc("alf/spikes.times.npy", Qc.PASS);
  }

  @AfterEach
  void close() throws Exception {
    lab.close();
  }

  private static List<String> keys(SessionSearch search) {
    return search.sessions().stream().map(Session::key).map(Object::toString).toList();
  }

  @Test
  void sessionsComeLatestFirst() {
    assertThat(keys(one.search()))
        .containsExactly(
            "ZM_335/2020-02-01/001", "lab/KS014/2020-01-03/002", "lab/KS014/2020-01-02/001");
  }

  @Test
  void theAnswerIsAListOfIds() {
    SessionSearch search = one.search().subject("KS");
    assertThat(search)
        .hasSize(2)
        .isEqualTo(search.sessions().stream().map(Session::id).toList());
    assertThat(one.getDetails(search.get(0)).number()).isEqualTo(2);
  }

  @Test
  void aSubjectIsFoundByAnyPartOfItsNameAndNeverInAnotherCase() {
    assertThat(keys(one.search().subject("_33"))).containsExactly("ZM_335/2020-02-01/001");
    assertThat(one.search().subject("zm_335")).isEmpty();
  }

  @Test
  void withoutWildcardsSeveralTextsAreAlternativesToo() {
    One plain = one.wildcards(false);
    assertThat(plain.search().subject("KS", "ZM_")).hasSize(3);
    assertThat(plain.search().subject("KS.*")).isEmpty();
  }

  @Test
  void aLimitOfQcAloneAsksForAnyDatasetThatGood() {
    lab.qc("wheel.position.npy", Qc.CRITICAL);
    lab.qc("alf/spikes.times.npy", Qc.FAIL);
    assertThat(keys(one.search().datasetQcLte(Qc.PASS)))
        .containsExactly("ZM_335/2020-02-01/001", "lab/KS014/2020-01-03/002");
    assertThat(one.search().datasetQcLte(Qc.FAIL)).hasSize(3);
  }

  @Test
  void datasetsMustAllBeThereAndMatchWhole() {
    assertThat(keys(one.search().datasets("spikes.times.npy", "wheel\\..*")))
        .containsExactly("lab/KS014/2020-01-02/001");
    assertThat(one.search().datasets("spikes.times")).isEmpty();
  }

  @Test
  void aCriticalDatasetIsNotFoundUnlessAskedFor() {
    lab.qc("wheel.position.npy", Qc.CRITICAL);
    SessionSearch search = one.search().subject("KS").datasets("wheel.position.npy");
    assertThat(search).isEmpty();
    assertThat(search.datasetQcLte(Qc.CRITICAL)).hasSize(1);
  }

  @Test
  void termsMayBeAbbreviated() {
    assertThat(keys(one.search(Map.of("subj", "KS", "num", "002"))))
        .containsExactly("lab/KS014/2020-01-03/002");
    assertThat(one.search().where("LAB", "lab")).hasSize(2);
  }

  @Test
  void anAmbiguousTermListsItsCandidates() {
    assertThatThrownBy(() -> one.search().where("dataset", "spikes"))
        .isInstanceOfSatisfying(
            AmbiguousException.class,
            e -> assertThat(e.candidates()).containsExactly("datasets", "dataset_qc_lte"));
  }

  @Test
  void anUnknownTermNamesTheNearest() {
    assertThatThrownBy(() -> one.search().where("sujet", "KS"))
        .hasMessage("There is no search term 'sujet'; nearest is 'subject'.");
  }

  @Test
  void datesAreADayARangeOrOpen() {
    assertThat(one.search().dateRange("2020-01-02")).hasSize(1);
    assertThat(one.search().dateRange("2020-01-02", "2020-01-03")).hasSize(2);
    assertThat(one.search().dateRange(null, "2020-01-02")).hasSize(1);
    assertThat(one.search().where("date", List.of("2020-01-03"))).hasSize(2);
    assertThat(one.search().where("date", "2020-01-03T10:00")).hasSize(1);
  }

  @Test
  void whatIsNoDayIsRefused() {
    assertThatThrownBy(() -> one.search().dateRange("2020-13-01"))
        .isInstanceOf(CatalogException.class)
        .hasMessage("'2020-13-01' is not a day.");
    assertThatThrownBy(() -> one.search().where("date", "2020-01-01", "2020-01-02", "2020-01-03"))
        .hasMessage("'date' takes one day or two, not 3.");
  }

  @Test
  void whatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> one.search().where("number", "first"))
        .hasMessage("'first' is not the number of a session.");
  }

  @Test
  void aBrokenExpressionIsExplained() {
    assertThatThrownBy(() -> one.search().subject("KS(").count())
        .isInstanceOf(CatalogException.class)
        .hasMessageStartingWith("'KS(' is not a regular expression: ");
  }

  @Test
  void detailsAreARowForEachSession() {
    assertThat(one.search().details().column("subject").toStringArray())
        .containsExactly("ZM_335", "KS014", "KS014");
    assertThat(one.search().subject("nobody").details().rows()).isZero();
  }
}
