/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo.internal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.alf.SessionKey;
import io.alfheim.data.Document;
import io.alfheim.data.NDArray;
import io.alfheim.data.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RecordingTest {
  private static final List<Recording> RECORDINGS = Recording.ALL;
  private static final Recording EPHYS = recording("cortexlab/SP026/2019-12-10/001");

  @ParameterizedTest
  @FieldSource("RECORDINGS")
  void allDatasetsOfAnObjectHaveEquallyManyRows(Recording recording) {
    Map<String, Set<Long>> rows = recording.datasets(1, "csv").stream()
        .filter(d -> !(d.data() instanceof Document))
        .filter(d -> !d.path().name().attribute().equals("timestamps"))
        .collect(groupingBy(
            d -> d.path().collection() + "/" + d.path().name().object(),
            mapping(RecordingTest::rows, toSet())));

    assertThat(rows)
        .isNotEmpty()
        .allSatisfy((object, counts) -> assertThat(counts).hasSize(1));
  }

  @ParameterizedTest
  @FieldSource("RECORDINGS")
  void noDatasetIsThereTwice(Recording recording) {
    assertThat(recording.datasets(1, "csv")).extracting(Dataset::path).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @FieldSource("RECORDINGS")
  void trialsFollowOneAnother(Recording recording) {
    double[] intervals =
        array(recording, "alf/_ibl_trials.intervals.npy").flatten().toDoubleArray();
    assertThat(intervals).isSorted();

    double[] cues = array(recording, "alf/_ibl_trials.goCue_times.npy").toDoubleArray();
    for (int i = 0; i < cues.length; i++) {
      assertThat(cues[i]).isBetween(intervals[2 * i], intervals[2 * i + 1]);
    }
    assertThat(array(recording, "alf/licks.times.npy").toDoubleArray()).isSorted();
  }

  @Test
  void theTableOfTrialsSaysWhatTheSingleDatasetsSay() {
    Table table = get(EPHYS, "alf/_ibl_trials.table.csv").data().table();

    assertThat(table.column("goCue_times").toDoubleArray())
        .isEqualTo(array(EPHYS, "alf/_ibl_trials.goCue_times.npy").toDoubleArray());
    assertThat(table.column("choice").toDoubleArray())
        .isEqualTo(array(EPHYS, "alf/_ibl_trials.choice.npy").toDoubleArray());
    assertThat(array(EPHYS, "alf/_ibl_trials.choice.npy").dtype()).hasToString("int8");
  }

  @Test
  void strongContrastsAreSeenBetterThanNone() {
    List<Trial> trials = IntStream.range(0, 20)
        .mapToObj(i -> Trials.play(Stage.EPHYS, new Dice(1, "day " + i)))
        .flatMap(session -> session.list().stream())
        .toList();

    assertThat(correct(trials, 1)).isGreaterThan(0.88);
    assertThat(correct(trials, 0)).isBetween(0.4, 0.75);
  }

  @Test
  void wheelTimesAreTwoRowsToInterpolateBetween() {
    NDArray times = array(EPHYS, "alf/_ibl_wheel.timestamps.npy");
    NDArray positions = array(EPHYS, "alf/_ibl_wheel.position.npy");

    assertThat(times.shape()).containsExactly(2, 2);
    assertThat(times.getDouble(0, 0)).isZero();
    assertThat(times.getDouble(1, 0)).isEqualTo((double) positions.size() - 1);
    assertThat(times.getDouble(1, 1)).isGreaterThan(times.getDouble(0, 1));
  }

  @Test
  void spikesAreSortedAndBelongToClusters() {
    double[] times = array(EPHYS, "alf/probe01/spikes.times.npy").toDoubleArray();
    NDArray clusters = array(EPHYS, "alf/probe01/spikes.clusters.npy");
    Table metrics = get(EPHYS, "alf/probe01/clusters.metrics.csv").data().table();

    assertThat(times).isSorted().hasSizeGreaterThan(1000);
    assertThat(clusters.dtype()).hasToString("uint32");
    assertThat(Arrays.stream(clusters.toLongArray()))
        .allMatch(id -> id >= 0 && id < metrics.rows());
    assertThat(Arrays.stream(metrics.column("spike_count").toLongArray()).sum())
        .isEqualTo(times.length);
  }

  @Test
  void revisionsHaveValuesOfTheirOwn() {
    NDArray first = array(EPHYS, "alf/probe00/spikes.times.npy");
    NDArray second = array(EPHYS, "alf/probe00/#2020-01-08#/spikes.times.npy");
    NDArray third = array(EPHYS, "alf/probe00/#2021-07-06#/spikes.times.npy");

    assertThat(second).isNotEqualTo(first);
    assertThat(third).isNotEqualTo(first).isNotEqualTo(second);
    assertThat(get(EPHYS, "alf/#2020-01-08#/_ibl_trials.goCue_times.npy").data().array())
        .isNotEqualTo(array(EPHYS, "alf/_ibl_trials.goCue_times.npy"));
  }

  @Test
  void noRevisionIsOlderThanItsSession() {
    for (Recording recording : RECORDINGS) {
      assertThat(recording.datasets(1, "csv"))
          .extracting(d -> d.path().revision())
          .allMatch(r -> r.isEmpty() || r.compareTo(recording.key().date().toString()) > 0);
    }
  }

  @Test
  void theRigNotesOneLinePerTrial() {
    Document lines =
        get(EPHYS, "raw_behavior_data/_iblrig_taskData.raw.jsonable").data().document();
    Document settings =
        get(EPHYS, "raw_behavior_data/_iblrig_taskSettings.raw.json").data().document();

    assertThat(lines.size())
        .isEqualTo((int) array(EPHYS, "alf/_ibl_trials.choice.npy").size());
    assertThat(settings.text("SUBJECT_NAME")).isEqualTo("SP026");
    assertThat(settings.integer("NTRIALS")).isEqualTo(lines.size());
  }

  @Test
  void theValuesOfASeedAreTheSameOnEveryJavaMachine() throws Exception {
    assertThat(digest(EPHYS.datasets(1, "csv")))
        .isEqualTo("ec5c04bd0b5fec5a5e7088f0883eb2f5e3f2e92339c4267f278df6b3aceb94ed");
  }

  private static String digest(List<Dataset> datasets)
      throws IOException, NoSuchAlgorithmException {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), sha)) {
      for (Dataset dataset : datasets) {
        if (dataset.data() instanceof NDArray array) {
          array.writeItems(out);
        }
      }
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private static double correct(List<Trial> trials, double contrast) {
    return trials.stream()
        .filter(trial -> trial.contrast() == contrast)
        .mapToInt(trial -> trial.isCorrect() ? 1 : 0)
        .average()
        .orElseThrow();
  }

  private static Recording recording(String key) {
    SessionKey wanted = SessionKey.parse(key);
    return RECORDINGS.stream().filter(r -> r.key().equals(wanted)).findAny().orElseThrow();
  }

  private static Dataset get(Recording recording, String path) {
    return recording.datasets(1, "csv").stream()
        .filter(dataset -> dataset.path().toString().equals(path))
        .findAny()
        .orElseThrow();
  }

  private static NDArray array(Recording recording, String path) {
    return get(recording, path).data().array();
  }

  private static long rows(Dataset dataset) {
    return dataset.data() instanceof Table table
        ? table.rows()
        : dataset.data().array().shape(0);
  }
}
