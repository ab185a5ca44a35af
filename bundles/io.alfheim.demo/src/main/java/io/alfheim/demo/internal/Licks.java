/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo.internal;

import io.alfheim.data.NDArray;
import java.util.ArrayList;
import java.util.List;

/** Licks: about seven per second while there is something to drink. */
final class Licks {
  private Licks() {}

  static Dataset dataset(Trials trials, Dice dice) {
    List<Double> times = new ArrayList<>();
    for (Trial trial : trials.list()) {
      double time = trial.feedback() + dice.uniform(0.03, 0.15);
      double thirst = trial.isCorrect() ? dice.uniform(0.5, 1.3) : 0;
      while (time < trial.feedback() + thirst) {
        times.add(time);
        time += Math.max(0.08, dice.normal(0.14, 0.015));
      }
    }
    double[] values = times.stream().mapToDouble(t -> t).toArray();
    return Dataset.of("alf/licks.times.npy", NDArray.of(values));
  }
}
