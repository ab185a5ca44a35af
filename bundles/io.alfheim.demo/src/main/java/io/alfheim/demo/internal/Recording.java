/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo.internal;

import io.alfheim.alf.SessionKey;
import java.util.ArrayList;
import java.util.List;

/**
 * One session of the lab.
 *
 * @param key who and when
 * @param stage what was done
 * @param probes how many probes were in
 */
record Recording(SessionKey key, Stage stage, int probes) {
  static final List<Recording> ALL = List.of(
      training("pilot-01/2019-03-08/001"),
      training("pilot-01/2019-03-11/003"),
      training("cortexlab/SP026/2019-11-20/001"),
      training("cortexlab/SP026/2019-11-21/001"),
      biased("cortexlab/SP026/2019-12-05/001"),
      ephys("cortexlab/SP026/2019-12-10/001", 2),
      ephys("cortexlab/SP026/2019-12-11/001", 2),
      training("cortexlab/SP027/2020-09-15/001"),
      training("cortexlab/SP027/2020-09-15/002"),
      biased("cortexlab/SP027/2020-10-02/001"),
      ephys("cortexlab/SP027/2020-10-08/001", 1),
      training("mainenlab/ZM_1898/2020-01-14/001"),
      biased("mainenlab/ZM_1898/2020-02-03/001"),
      ephys("mainenlab/ZM_1898/2020-02-18/001", 2),
      ephys("mainenlab/ZM_1898/2020-02-19/001", 1),
      biased("mainenlab/ZM_2240/2021-05-27/001"),
      ephys("mainenlab/ZM_2240/2021-05-28/001", 2),
      training("zadorlab/CSH_ZAD_019/2020-08-14/001"),
      ephys("zadorlab/CSH_ZAD_019/2020-08-17/001", 2),
      ephys("zadorlab/CSH_ZAD_019/2020-08-18/002", 1));

  private static Recording training(String key) {
    return new Recording(SessionKey.parse(key), Stage.TRAINING, 0);
  }

  private static Recording biased(String key) {
    return new Recording(SessionKey.parse(key), Stage.BIASED, 0);
  }

  private static Recording ephys(String key, int probes) {
    return new Recording(SessionKey.parse(key), Stage.EPHYS, probes);
  }

  /** All datasets, made up from the seed; the tables of trials have the given extension. */
  List<Dataset> datasets(long seed, String tables) {
    Dice dice = new Dice(seed, key.toString());
    Trials trials = Trials.play(stage, dice);
    List<Dataset> datasets = new ArrayList<>();
    datasets.addAll(new RigFiles(this, trials).datasets(dice));
    datasets.addAll(trials.datasets(tables));
    datasets.addAll(Wheel.datasets(trials, dice));
    datasets.add(Licks.dataset(trials, dice));
    for (int i = 0; i < probes; i++) {
      datasets.addAll(Probe.insert(key, i, trials, dice).datasets());
    }
    if (probes > 0) {
      datasets.add(Probe.description(key, probes));
    }
    datasets.addAll(Corrections.of(key.date(), datasets));
    return datasets;
  }
}
