/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo.internal;

import java.util.Random;

/**
 * Chance that falls the same way everywhere. {@link Random} and {@link StrictMath} are specified to
 * the last bit, the newer generators and {@link Math} are not.
 */
final class Dice {
  private final Random random;

  /** Each name has throws of its own, so that a session does not depend on those before it. */
  Dice(long seed, String name) {
    this.random = new Random((seed ^ ((long) name.hashCode() << 24)) * 0x9E3779B97F4A7C15L);
  }

  /** True in so many of 1 cases. */
  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A whole number, both ends included. */
  int between(int least, int greatest) {
    return least + random.nextInt(greatest - least + 1);
  }

  double uniform(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  /** Normally distributed. */
  double normal(double mean, double deviation) {
    return mean + deviation * random.nextGaussian();
  }

  /** The time to the next event of a Poisson process. */
  double exponential(double mean) {
    return -mean * StrictMath.log(1 - random.nextDouble());
  }

  /** One of these. */
  double oneOf(double... values) {
    return values[random.nextInt(values.length)];
  }
}
