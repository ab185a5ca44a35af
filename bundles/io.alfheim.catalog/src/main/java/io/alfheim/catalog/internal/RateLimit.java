/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lets so many bytes pass in a second, by all threads together: whoever has read some waits until they
 * are paid for.
 */
final class RateLimit {
  /** Lets everything pass. */
  static final RateLimit NONE = new RateLimit(0, System::nanoTime, nanos -> {});

  /** Waits. */
  interface Sleep {
    void nanos(long nanos) throws InterruptedException;
  }

  private final long bytesPerSecond;
  private final LongSupplier clock;
  private final Sleep sleep;
  private long paidUntil;

  RateLimit(long bytesPerSecond, LongSupplier clock, Sleep sleep) {
    this.bytesPerSecond = bytesPerSecond;
    this.clock = clock;
    this.sleep = sleep;
    this.paidUntil = clock.getAsLong();
  }

  static RateLimit of(long bytesPerSecond) {
    return bytesPerSecond == 0
        ? NONE
        : new RateLimit(bytesPerSecond, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
  }

  /** Pays for what was read. */
  void pay(long bytes) {
    if (bytesPerSecond == 0) {
      return;
    }
    try {
      long wait = due(bytes);
      if (wait > 0) {
        sleep.nanos(wait);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled = new CancellationException("Checking was cancelled.");
      cancelled.initCause(e);
      throw cancelled;
    }
  }

  private synchronized long due(long bytes) {
    long now = clock.getAsLong();
    double price = (double) bytes * TimeUnit.SECONDS.toNanos(1) / bytesPerSecond;
    paidUntil = Math.max(paidUntil, now) + (long) price;
    return paidUntil - now;
  }
}
