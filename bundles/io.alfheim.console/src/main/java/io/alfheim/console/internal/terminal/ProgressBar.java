/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import io.alfheim.catalog.Progress;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** One line that is written over again and again, and is gone at the end. */
final class ProgressBar implements Progress.Task {
  private static final long REDRAW_NANOS = 100_000_000;
  private static final int CELLS = 24;
  private static final String CLEAR = "\r\033[K";

  private final String what;
  private final long total;
  private final PrintStream out;
  private final LongSupplier clock;
  private final long start;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong nextDraw;

  ProgressBar(String what, long total, PrintStream out, LongSupplier clock) {
    this.what = what;
    this.total = total;
    this.out = out;
    this.clock = clock;
    this.start = clock.getAsLong();
    // What is over soon needs no bar.
    this.nextDraw = new AtomicLong(start + 3 * REDRAW_NANOS);
  }

  @Override
  public void advance(long steps) {
    long now = done.addAndGet(steps);
    long time = clock.getAsLong();
    long due = nextDraw.get();
    if (time - due >= 0 && nextDraw.compareAndSet(due, time + REDRAW_NANOS)) {
      out.print(CLEAR + line(now, (time - start) / 1e9));
      out.flush();
    }
  }

  private String line(long now, double seconds) {
    if (total <= 0) {
      return String.format(Locale.ROOT, "%s  %,d  %.0f s", what, now, seconds);
    }
    double share = Math.min(1, now / (double) total);
    int filled = (int) (share * CELLS);
    String left =
        now == 0 ? "" : String.format(Locale.ROOT, "  %.0f s left", seconds / share - seconds);
    return String.format(
        Locale.ROOT,
        "%s  [%s%s] %3.0f%%  %,d of %,d%s",
        what,
        "#".repeat(filled),
        ".".repeat(CELLS - filled),
        share * 100,
        now,
        total,
        left);
  }

  @Override
  public void close() {
    if (nextDraw.getAndSet(Long.MAX_VALUE) - start > 3 * REDRAW_NANOS) {
      out.print(CLEAR);
      out.flush();
    }
  }
}
