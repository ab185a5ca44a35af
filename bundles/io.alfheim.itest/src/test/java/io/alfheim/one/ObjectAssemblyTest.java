/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.catalog.AmbiguousException;
import io.alfheim.data.DataObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectAssemblyTest {
  @TempDir
  Path temporary;

  SmallLab lab;

  @BeforeEach
  void makeALab() throws Exception {
    lab = new SmallLab(temporary);
  }

  @AfterEach
  void close() throws Exception {
    lab.close();
  }

  private DataObject load(String object) {
    return lab.one().loadObject(SmallLab.EID, object).load();
  }

  @Test
  void piecesAreJoinedInTheOrderOfTheirExtras() throws Exception {
    lab.npy("spikes.times.part2.npy", 3).npy("spikes.times.part1.npy", 1, 2);
    lab.npy("spikes.depths.npy", 7, 8, 9);
    assertThat(load("spikes").array("times").toDoubleArray()).containsExactly(1, 2, 3);
    assertThat(load("spikes").warnings()).isEmpty();
  }

  @Test
  void anExtraBesideTheWholeIsAnAttributeOfItsOwn() throws Exception {
    lab.npy("spikes.times.npy", 1).npy("spikes.times.raw.npy", 2);
    assertThat(load("spikes").attributes()).containsExactlyInAnyOrder("times", "times.raw");
  }

  @Test
  void theColumnsOfATableBecomeAttributesAndPairsAreJoinedByStem() throws Exception {
    lab.text("trials.table.csv", "choice,intervals_0,intervals_1,gain_0,loss_1\n1,0.5,2.5,3,4\n");
    DataObject trials = load("trials");
    assertThat(trials.attributes())
        .containsExactlyInAnyOrder("choice", "intervals", "gain_0", "loss_1");
    assertThat(trials.array("intervals").shape()).containsExactly(1, 2);
    assertThat(trials.array("intervals").getDouble(0, 1)).isEqualTo(2.5);
  }

  @Test
  void aSideCarNamesTheColumnsAndTellsTheRest() throws Exception {
    lab.text("wheel.xy.csv", "a,b\n1,2\n").npy("probe.sites.npy", 10, 20);
    lab.text("probe.sites.metadata.json", "{\"columns\": [\"tip\", \"base\"], \"unit\": \"um\"}");
    DataObject probe = load("probe");
    assertThat(probe.array("base").toDoubleArray()).containsExactly(20);
    assertThat(probe.document("sitesmetadata").text("unit")).isEqualTo("um");
  }

  @Test
  void aSideCarWithoutItsFileIsAnAttribute() throws Exception {
    lab.text("probe.sites.metadata.json", "{\"unit\": \"um\"}");
    assertThat(load("probe").attributes()).containsExactly("sites.metadata");
  }

  @Test
  void twoFilesOfOneAttributeAreRefused() throws Exception {
    lab.npy("spikes.times.npy", 1).text("spikes.times.csv", "times\n1\n");
    assertThatThrownBy(() -> load("spikes"))
        .isInstanceOf(AmbiguousException.class)
        .hasMessageContaining("are attribute 'times'");
  }
}
