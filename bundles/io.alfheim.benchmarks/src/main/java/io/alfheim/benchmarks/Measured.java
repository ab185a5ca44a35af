/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Prints how long things took beside how long they may take, and how long the processor was busy with
 * them in this thread: on a machine that others use too, the second number is the one to compare.
 */
final class Measured {
  private static final int REPEATS = 101;

  private final PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);

  /** Says something. */
  void say(String text) {
    out.println(text);
  }

  /** Does something once. */
  <T> T once(String what, double targetMillis, Callable<T> work) throws Exception {
    Times start = Times.now();
    T result = work.call();
    print(what, Times.now().minus(start), targetMillis);
    return result;
  }

  /** Does something the first time, then again and again; prints the first time and the median. */
  void often(String what, double targetMillis, Callable<?> work) throws Exception {
    once(what + ", first", targetMillis, work);
    List<Times> times = new ArrayList<>();
    for (int i = 0; i < REPEATS; i++) {
      Times start = Times.now();
      work.call();
      times.add(Times.now().minus(start));
    }
    times.sort(Comparator.comparing(Times::wall));
    print(what + ", median", times.get(REPEATS / 2), targetMillis);
  }

  /** Prints times that somebody else took. */
  void print(String what, Times times, double targetMillis) {
    String target = Double.isInfinite(targetMillis)
        ? ""
        : "%9.0f ms  %s".formatted(targetMillis, times.millis() <= targetMillis ? "met" : "MISSED");
    out.printf(
        Locale.ROOT,
        "%-46s %10.2f ms (%9.2f busy) %s%n",
        what,
        times.millis(),
        times.busyMillis(),
        target);
  }

  /** Prints a time beside how often a yardstick fits into it. */
  void ratio(String what, Times times, Times yardstick, double most) {
    double ratio = (double) times.wall() / yardstick.wall();
    out.printf(
        Locale.ROOT,
        "%-46s %10.2f ms = %.2f x %28.1f x  %s%n",
        what,
        times.millis(),
        ratio,
        most,
        ratio <= most ? "met" : "MISSED");
  }

  /** Prints nanoseconds, those of a yardstick, and the share of its rate that was reached. */
  void share(String what, long nanos, long yardstick, double least) {
    double share = (double) yardstick / nanos;
    String target = Double.isInfinite(least)
        ? ""
        : "%6.0f %%  %s".formatted(100 * least, share >= least ? "met" : "MISSED");
    out.printf(
        Locale.ROOT,
        "%-46s %10.2f ms, not %9.2f: %4.0f %% %s%n",
        what,
        nanos / Times.NANOS_PER_MILLI,
        yardstick / Times.NANOS_PER_MILLI,
        100 * share,
        target);
  }

  /** Prints something counted beside how much or how little it may be. */
  void count(String what, double value, String unit, String limit, boolean met) {
    out.printf(
        Locale.ROOT,
        "%-46s %10.1f %s %24s  %s%n",
        what,
        value,
        unit,
        limit,
        met ? "met" : "MISSED");
  }

  /**
   * What two clocks showed, or the difference between two such times.
   *
   * @param wall nanoseconds on the wall
   * @param busy nanoseconds of this thread on a processor
   */
  record Times(long wall, long busy) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOS_PER_MILLI = 1e6;

    static Times now() {
      return new Times(System.nanoTime(), THREADS.getCurrentThreadCpuTime());
    }

    /** By the wall. */
    static Times median(List<Times> times) {
      List<Times> sorted =
          times.stream().sorted(Comparator.comparing(Times::wall)).toList();
      return sorted.get(sorted.size() / 2);
    }

    Times minus(Times other) {
      return new Times(wall - other.wall, busy - other.busy);
    }

    Times plus(Times other) {
      return new Times(wall + other.wall, busy + other.busy);
    }

    double millis() {
      return wall / NANOS_PER_MILLI;
    }

    double busyMillis() {
      return busy / NANOS_PER_MILLI;
    }
  }
}
