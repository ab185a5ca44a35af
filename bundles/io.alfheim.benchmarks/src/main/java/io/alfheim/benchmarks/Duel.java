/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.benchmarks.Measured.Times;
import java.util.ArrayList;
import java.util.List;

/** Two ways to the same end, taken in turn, so that a machine that others use is fair to both. */
final class Duel {
  private final Measured measured;
  private final int rounds;

  /** So many rounds, after one that does not count. */
  Duel(Measured measured, int rounds) {
    this.measured = measured;
    this.rounds = rounds;
  }

  /** What is timed. */
  interface Work {
    void run() throws Exception;
  }

  /** Prints the median of ours beside that of the yardstick, and the share of its rate that we reach. */
  void run(String what, double leastShare, Work ours, Work yardstick) throws Exception {
    List<Times> us = new ArrayList<>();
    List<Times> them = new ArrayList<>();
    for (int i = 0; i <= rounds; i++) {
      Times mine = time(ours);
      Times theirs = time(yardstick);
      if (i > 0) {
        us.add(mine);
        them.add(theirs);
      }
    }
    measured.share(what, Times.median(us), Times.median(them), leastShare);
  }

  private static Times time(Work work) throws Exception {
    Times start = Times.now();
    work.run();
    return Times.now().minus(start);
  }
}
