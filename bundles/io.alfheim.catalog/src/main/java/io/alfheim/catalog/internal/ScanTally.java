/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.ScanReport;
import io.alfheim.catalog.ScanReport.LeftOut;
import io.alfheim.catalog.spi.CommitId;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What a scan has found so far; safe for threads. */
final class ScanTally {
  /** More than a person reads, and little enough for any heap. */
  private static final int MOST_LISTED = 100_000;

  final LongAdder sessions = new LongAdder();
  final LongAdder datasets = new LongAdder();
  final LongAdder added = new LongAdder();
  final LongAdder changed = new LongAdder();
  final LongAdder removed = new LongAdder();
  private final Queue<LeftOut> leftOut = new ConcurrentLinkedQueue<>();
  private final Queue<LeftOut> problems = new ConcurrentLinkedQueue<>();
  private final Queue<LeftOut> again = new ConcurrentLinkedQueue<>();
  private final AtomicInteger listed = new AtomicInteger();

  void leaveOut(String path, String reason) {
    if (listed.incrementAndGet() <= MOST_LISTED) {
      leftOut.add(new LeftOut(path, reason));
    }
  }

  void problem(String path, String reason) {
    problems.add(new LeftOut(path, reason));
  }

  /** A folder is one more of a session that was found. */
  void again(String path, String taken) {
    again.add(new LeftOut(
        path, "is the same session as '" + taken + "', which was taken; rename one of them"));
  }

  boolean hasProblems() {
    return !problems.isEmpty() || !again.isEmpty();
  }

  /** What could not be looked at. */
  List<LeftOut> problems() {
    return sorted(problems);
  }

  /** The folders of sessions that were found elsewhere. */
  List<LeftOut> again() {
    return sorted(again);
  }

  ScanReport report(String store, CommitId commit, Duration duration) {
    if (listed.get() > MOST_LISTED) {
      problem("", "Only the first " + MOST_LISTED + " of " + listed + " left out are listed.");
    }
    problems.addAll(again);
    return new ScanReport(
        store,
        sessions.sum(),
        datasets.sum(),
        added.sum(),
        changed.sum(),
        removed.sum(),
        sorted(leftOut),
        sorted(problems),
        commit,
        duration);
  }

  private static List<LeftOut> sorted(Queue<LeftOut> all) {
    return all.stream().sorted(Comparator.comparing(LeftOut::path)).toList();
  }
}
