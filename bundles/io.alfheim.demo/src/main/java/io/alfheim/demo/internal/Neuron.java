/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo.internal;

import java.util.List;

/**
 * A cell near a probe.
 *
 * @param channel where it is seen best
 * @param rate spikes per second at rest
 * @param gain how many times more it fires for a moment after a grating appears
 * @param amplitude of its spikes in volts
 * @param peakToTrough milliseconds from the trough to the peak of its spikes
 */
record Neuron(int channel, double rate, double gain, double amplitude, double peakToTrough) {
  private static final double REFRACTORY = 0.0015;
  private static final double SEEN_FROM = 0.04;
  private static final double SEEN_TO = 0.34;

  /** Any neuron near this channel: four of five are regular, the others fire fast and briefly. */
  static Neuron at(int channel, Dice dice) {
    boolean fast = dice.chance(0.2);
    double rate = StrictMath.exp(dice.normal(fast ? 0.4 : -0.7, 0.8));
    return new Neuron(
        channel,
        Math.min(rate, 6),
        dice.chance(0.4) ? dice.uniform(1, 5) : 0,
        dice.uniform(60e-6, 220e-6),
        fast ? dice.normal(0.25, 0.04) : dice.normal(0.62, 0.08));
  }

  /** Fires for the whole session: a Poisson process that knows the trials. */
  void fire(int cluster, Trials trials, Dice dice, List<Spike> spikes) {
    double highest = rate * (1 + gain);
    int trial = 0;
    double time = trials.start();
    while (true) {
      time += REFRACTORY + dice.exponential(1 / highest);
      if (time >= trials.end()) {
        return;
      }
      while (trial + 1 < trials.list().size() && trials.list().get(trial + 1).stimOn() <= time) {
        trial++;
      }
      if (dice.chance(rateAt(time - trials.list().get(trial).stimOn()) / highest)) {
        double volts = amplitude * Math.max(0.3, dice.normal(1, 0.1));
        double depth = Math.max(0, dice.normal(Channels.depth(channel), 9));
        spikes.add(new Spike(time, cluster, volts, depth));
      }
    }
  }

  private double rateAt(double sinceGrating) {
    return sinceGrating > SEEN_FROM && sinceGrating < SEEN_TO ? rate * (1 + gain) : rate;
  }
}
