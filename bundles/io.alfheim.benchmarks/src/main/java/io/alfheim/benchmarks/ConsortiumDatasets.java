/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The names of datasets that laboratories have: mostly the same ones in every session. */
final class ConsortiumDatasets {
  private static final List<String> TASK = names("""
      _ibl_trials goCueTrigger_times stimOff_times stimOffTrigger_times stimOnTrigger_times
      _ibl_trials intervals_bpod included choice contrastLeft contrastRight feedbackType
      _ibl_wheel position timestamps
      _ibl_wheelMoves intervals peakAmplitude
      licks times
      """);
  private static final List<String> SORTED = names("""
      spikes times clusters depths amps templates samples
      clusters amps channels depths peakToTrough waveforms waveformsChannels
      templates waveforms waveformsChannels amps
      channels localCoordinates rawInd mlapdv brainLocationIds_ccf_2017 labels
      drift times um
      _kilosort_whitening matrix
      _phy_spikes_subset channels spikes waveforms
      electrodeSites localCoordinates mlapdv brainLocationIds_ccf_2017
      """);
  private static final List<String> EPHYS = names("""
      _spikeglx_sync channels polarities times
      _iblqc_ephysSpectralDensityAP freqs power
      _iblqc_ephysSpectralDensityLF freqs power
      _iblqc_ephysTimeRmsAP rms timestamps
      _iblqc_ephysTimeRmsLF rms timestamps
      _iblqc_ephysChannels apRMS rawSpikeRates labels
      """);
  private static final List<String> CAMERAS = names("""
      _ibl_leftCamera times features
      _ibl_rightCamera times features
      _ibl_bodyCamera times features
      leftROIMotionEnergy position
      rightROIMotionEnergy position
      """);
  private static final List<String> RAW_TASK = List.of(
      "_iblrig_taskData.raw.jsonable",
      "_iblrig_taskSettings.raw.json",
      "_iblrig_encoderEvents.raw.ssv",
      "_iblrig_encoderPositions.raw.ssv",
      "_iblrig_encoderTrialInfo.raw.ssv",
      "_iblrig_ambientSensorData.raw.jsonable");
  private static final List<String> RAW_VIDEO = List.of(
      "_iblrig_leftCamera.raw.mp4",
      "_iblrig_rightCamera.raw.mp4",
      "_iblrig_bodyCamera.raw.mp4",
      "_iblrig_leftCamera.frameData.bin",
      "_iblrig_rightCamera.frameData.bin",
      "_iblrig_bodyCamera.frameData.bin");

  private static final LocalDate FIRST_REVISION = LocalDate.parse("2022-01-01");
  private static final int REVISIONS = 5;

  private ConsortiumDatasets() {}

  /** Some dataset paths of one session, sorted. */
  static List<String> paths(int count, Random random) {
    List<String> paths = new ArrayList<>();
    addCollection(paths, "raw_task_data_00", RAW_TASK);
    addCollection(paths, "alf/task_00", TASK);
    addCollection(paths, "raw_video_data", RAW_VIDEO);
    addCollection(paths, "alf", CAMERAS);
    int probe = random.nextInt(4);
    for (int i = 0; paths.size() < count; i++) {
      addProbe(paths, "probe%02d".formatted((probe + i) % 100), random);
    }
    Collections.shuffle(paths, random);
    return paths.stream().limit(count).sorted().toList();
  }

  private static void addProbe(List<String> paths, String probe, Random random) {
    addCollection(paths, "raw_ephys_data/" + probe, EPHYS);
    String sorted = "alf/" + probe + (random.nextBoolean() ? "/pykilosort" : "");
    addCollection(paths, sorted, SORTED);
    if (random.nextInt(4) == 0) {
      LocalDate revision = FIRST_REVISION.plusMonths(random.nextInt(REVISIONS));
      addCollection(paths, sorted + "/#" + revision + "#", SORTED);
    }
  }

  private static void addCollection(List<String> paths, String folder, List<String> names) {
    names.forEach(name -> paths.add(folder + "/" + name));
  }

  private static List<String> names(String objects) {
    return objects.lines().flatMap(ConsortiumDatasets::namesOfObject).toList();
  }

  private static Stream<String> namesOfObject(String line) {
    String[] words = line.split(" ");
    return Arrays.stream(words).skip(1).map(attribute -> words[0] + "." + attribute + ".npy");
  }
}
