/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.catalog.CheckLevel;
import io.alfheim.catalog.CheckReport;
import io.alfheim.catalog.Finding;
import io.alfheim.catalog.Finding.Problem;
import io.alfheim.catalog.spi.CommitId;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** Collects what the threads of a check find. */
final class CheckTally {
  final LongAdder sessions = new LongAdder();
  final LongAdder datasets = new LongAdder();
  final LongAdder bytes = new LongAdder();
  final LongAdder unhashed = new LongAdder();
  private final Queue<Finding> findings = new ConcurrentLinkedQueue<>();
  private final long start = System.nanoTime();

  void found(CheckLevel level, Problem problem, String where, String what) {
    findings.add(new Finding(level, problem, where, what));
  }

  CheckReport report(CheckLevel level, CommitId commit) {
    List<Finding> sorted = findings.stream()
        .sorted(Comparator.comparing(Finding::level)
            .thenComparing(Finding::where)
            .thenComparing(Finding::problem))
        .toList();
    return new CheckReport(
        level,
        commit,
        sessions.sum(),
        datasets.sum(),
        bytes.sum(),
        unhashed.sum(),
        sorted,
        Duration.ofNanos(System.nanoTime() - start));
  }
}
