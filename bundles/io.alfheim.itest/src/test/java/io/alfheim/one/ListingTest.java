/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.Qc;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.NoSuchSessionException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingTest {
  @TempDir
  Path temporary;

  SmallLab lab;
  One one;
  Listing all;

  @BeforeEach
  void makeALab() throws Exception {
    lab = new SmallLab(temporary);
    lab.npy("alf/probe00/spikes.times.npy", 1)
        .npy("alf/probe00/spikes.clusters.npy", 1)
        .npy("alf/probe00/#2020-01-08#/spikes.times.npy", 1)
        .npy("spikes.clusters.npy", 1)
        .npy("alf/_ibl_trials.goCue_times_bpod.npy", 1)
        .npy("alf/_ibl_trials.goCue_times.npy", 1);
    one = lab.one();
    all = one.listDatasets(SmallLab.EID);
  }

  @AfterEach
  void close() throws Exception {
    lab.close();
  }

  @Test
  void pathsAreSorted() {
    assertThat(all).hasSize(6).isSorted();
  }

  @Test
  void severalFileNamesAreAllLookedForInTheCollection() {
    assertThat(all.filename("spikes.times.npy", "spikes.clusters.npy").collection("alf/probe00"))
        .containsExactly(
            "alf/probe00/#2020-01-08#/spikes.times.npy",
            "alf/probe00/spikes.clusters.npy",
            "alf/probe00/spikes.times.npy");
  }

  @Test
  void aCollectionMatchesWholeAndEmptyMeansTheSessionFolder() {
    assertThat(all.collection("alf")).hasSize(2);
    assertThat(all.collection("alf*")).hasSize(5);
    assertThat(all.collection("")).containsExactly("spikes.clusters.npy");
    assertThat(all.collection("*")).hasSize(5);
  }

  @Test
  void anEmptyPartAsksForItsAbsence() {
    assertThat(all.object("trials").timescale(""))
        .containsExactly("alf/_ibl_trials.goCue_times.npy");
    assertThat(all.object("trials").timescale("*"))
        .containsExactly("alf/_ibl_trials.goCue_times_bpod.npy");
    assertThat(all.namespace("")).hasSize(4);
  }

  @Test
  void aRevisionIsAPatternAndNotTheOneBefore() {
    assertThat(all.revision("2021-01-01")).isEmpty();
    assertThat(all.revision("2020*")).hasSize(1);
    assertThat(all.revision("")).hasSize(5);
  }

  @Test
  void anAsteriskInFrontStaysInTheFolderUnlessItIsARegularExpression() {
    assertThat(all.filename("*times.npy")).hasSize(3);
    assertThat(one.wildcards(false)
            .listDatasets(SmallLab.EID)
            .filename("spikes\\.(times|clusters)\\.npy")
            .collection("alf/.*"))
        .hasSize(3);
  }

  @Test
  void bracketsAreOneOfSeveralCharacters() {
    assertThat(all.filename("[ts]*.npy").collection("")).hasSize(1);
    assertThat(all.attribute("[!t]*").object("spikes")).hasSize(2);
  }

  @Test
  void aRangeThatGoesBackwardsIsNamed() {
    assertThatThrownBy(() -> assertThat(all.filename("[z-a]*")).isEmpty())
        .isInstanceOfSatisfying(
            CatalogException.class, e -> assertThat(e.hint()).contains("[a-z]"))
        .hasMessage("'[z-a]*' is no pattern: the characters in its brackets are no range.");
  }

  @Test
  void qcLimitsWhatIsListed() {
    lab.qc("spikes.clusters.npy", Qc.CRITICAL);
    lab.qc("alf/_ibl_trials.goCue_times.npy", Qc.PASS);
    Listing now = one.listDatasets(SmallLab.EID);
    assertThat(now).hasSize(5);
    assertThat(now.qc("critical")).hasSize(6);
    assertThat(now.ignoreQcNotSet()).containsExactly("alf/_ibl_trials.goCue_times.npy");
  }

  @Test
  void collectionsAndRevisionsAreNamedOnce() {
    assertThat(one.listCollections(SmallLab.EID)).containsExactly("", "alf", "alf/probe00");
    assertThat(one.listRevisions(SmallLab.EID)).containsExactly("", "2020-01-08");
    assertThat(one.listCollections(SmallLab.EID).detailsByName())
        .hasEntrySatisfying("alf/probe00", table -> assertThat(table.rows()).isEqualTo(3));
  }

  @Test
  void withoutASessionAllAreAsked() {
    assertThat(one.listDatasets().object("spikes").collection("")).hasSize(1);
    assertThat(one.listCollections()).containsExactly("", "alf", "alf/probe00");
    assertThat(one.listRevisions().qc(Qc.CRITICAL)).containsExactly("", "2020-01-08");
    assertThat(one.listSubjects()).containsExactly("KS014");
  }

  @Test
  void onlyTheRevisionsThatALoadWouldTakeAreListedIfAsked() {
    assertThat(all.object("spikes").attribute("times").defaultRevisionsOnly())
        .containsExactly("alf/probe00/#2020-01-08#/spikes.times.npy");
  }

  @Test
  void anUnknownSessionIsNoEmptyList() {
    assertThatThrownBy(() -> one.listDatasets("lab/KS014/2020-01-02/009").size())
        .isInstanceOf(NoSuchSessionException.class)
        .hasMessageContaining("nearest is 'lab/KS014/2020-01-02/001'");
  }

  @Test
  void detailsKeepTheOrderOfVerdicts() {
    assertThat(all.details().column("qc").categories())
        .containsExactly("NOT_SET", "PASS", "WARNING", "FAIL", "CRITICAL");
  }
}
