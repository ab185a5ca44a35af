/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.LongSupplier;

/** Two ways to the same end, taken in turn, so that a machine that others use is fair to both. */
final class Duel {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Measured measured;
  private final int rounds;
  private final LongSupplier clock;

  private Duel(Measured measured, int rounds, LongSupplier clock) {
    this.measured = measured;
    this.rounds = rounds;
    this.clock = clock;
  }

  /** By the wall; so many rounds, after one that does not count. */
  static Duel onTheWall(Measured measured, int rounds) {
    return new Duel(measured, rounds, System::nanoTime);
  }

  /** By the time that all processors were busy with this process, whatever else they did. */
  static Duel onProcessors(Measured measured, int rounds) {
    return new Duel(measured, rounds, SYSTEM::getProcessCpuTime);
  }

  /** What is timed. */
  interface Work {
    void run() throws Exception;
  }

  /** Prints the median of ours beside that of the yardstick, and the share of its rate that we reach. */
  void run(String what, double leastShare, Work ours, Work yardstick) throws Exception {
    long[] us = new long[rounds];
    long[] them = new long[rounds];
    time(ours);
    time(yardstick);
    for (int i = 0; i < rounds; i++) {
      us[i] = time(ours);
      them[i] = time(yardstick);
    }
    measured.share(what, median(us), median(them), leastShare);
  }

  private long time(Work work) throws Exception {
    long start = clock.getAsLong();
    work.run();
    return clock.getAsLong() - start;
  }

  private static long median(long[] times) {
    Arrays.sort(times);
    return times[times.length / 2];
  }
}
