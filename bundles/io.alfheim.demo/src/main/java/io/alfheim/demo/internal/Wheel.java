/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo.internal;

import io.alfheim.data.NDArray;
import java.util.List;

/** The wheel under the paws, sampled ten times per second. */
final class Wheel {
  private static final double SAMPLES_PER_SECOND = 10;

  /** Radians that bring the grating to the middle. */
  private static final double TURN = 0.305;

  private Wheel() {}

  /**
   * Positions in radians. Samples are evenly spaced, so their times are two rows of sample and
   * second to interpolate between.
   */
  static List<Dataset> datasets(Trials trials, Dice dice) {
    int samples = (int) ((trials.end() - trials.start()) * SAMPLES_PER_SECOND);
    double[] positions = new double[samples];
    double turned = 0;
    int current = 0;
    for (int i = 0; i < samples; i++) {
      double time = trials.start() + i / SAMPLES_PER_SECOND;
      while (current < trials.list().size() && trials.list().get(current).response() <= time) {
        turned += TURN * trials.list().get(current).choice();
        current++;
      }
      double moving = current < trials.list().size() ? turn(trials.list().get(current), time) : 0;
      positions[i] = turned + moving + dice.normal(0, 0.0015);
    }
    double last = trials.start() + (samples - 1) / SAMPLES_PER_SECOND;
    double[][] times = {{0, trials.start()}, {samples - 1, last}};
    return List.of(
        Dataset.of("alf/_ibl_wheel.position.npy", NDArray.of(positions)),
        Dataset.of("alf/_ibl_wheel.timestamps.npy", NDArray.of(times)));
  }

  /** How far a trial not yet responded to has turned the wheel. */
  private static double turn(Trial trial, double time) {
    double begin = trial.firstMovement();
    return time > begin ? TURN * trial.choice() * (time - begin) / (trial.response() - begin) : 0;
  }
}
