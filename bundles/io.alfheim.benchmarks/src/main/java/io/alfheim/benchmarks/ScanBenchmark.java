/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import io.alfheim.benchmarks.Measured.Times;
import io.alfheim.catalog.ScanReport;
import io.alfheim.catalog.internal.HomeCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Scans 100,000 files for the first time and again, between bare walks through the same files. What
 * counts is how often a scan takes as long as a walk: the ratio of the medians over all rounds, and the
 * ratio of the very first ones, when nothing is loaded or compiled yet.
 */
public final class ScanBenchmark {
  private static final int ROUNDS = 5;
  private static final double MOST_WALKS_FIRST = 3;
  private static final double MOST_WALKS_AGAIN = 2;

  private final Measured measured = new Measured();
  private final List<Times> walks = new ArrayList<>();
  private final List<Times> firsts = new ArrayList<>();
  private final List<Times> agains = new ArrayList<>();

  private ScanBenchmark() {}

  /** Runs it. */
  public static void main(String... arguments) throws Exception {
    try (LabOnDisk lab = new LabOnDisk()) {
      new ScanBenchmark().run(lab);
    }
  }

  private void run(LabOnDisk lab) throws Exception {
    lab.bareWalk(); // so that the operating system knows the folders
    for (int i = 0; i < ROUNDS; i++) {
      round(lab);
    }
    print("at the first time", times -> times.get(0));
    print("median of " + ROUNDS, Times::median);
  }

  private void round(LabOnDisk lab) throws Exception {
    walks.add(time(lab::bareWalk));
    try (ScratchHome home = new ScratchHome()) {
      HomeCatalog catalog = home.catalog();
      catalog.namespace(); // opens the home
      ScanReport[] reports = new ScanReport[2];
      firsts.add(time(() -> reports[0] = catalog.scan(lab.root())));
      agains.add(time(() -> reports[1] = catalog.scan(lab.root())));
      catalog.close();
      check(reports[0], reports[1]);
    }
    walks.add(time(lab::bareWalk));
  }

  /** What is measured must have happened. */
  private static void check(ScanReport first, ScanReport again) {
    if (first.added() != LabOnDisk.FILES || again.datasets() != LabOnDisk.FILES) {
      throw new IllegalStateException("Not all files were found:\n" + first + "\n" + again);
    }
  }

  private static Times time(Callable<?> work) throws Exception {
    Times start = Times.now();
    work.call();
    return Times.now().minus(start);
  }

  private interface Choice {
    Times of(List<Times> times);
  }

  private void print(String when, Choice choice) {
    Times walk = choice.of(walks);
    Times first = choice.of(firsts);
    Times again = choice.of(agains);
    measured.say("100,000 files, " + when + ":");
    measured.print("  bare walk", walk, Double.POSITIVE_INFINITY);
    measured.ratio("  first scan", first, walk, MOST_WALKS_FIRST);
    measured.ratio("  unchanged, scanned again", again, walk, MOST_WALKS_AGAIN);
  }
}
