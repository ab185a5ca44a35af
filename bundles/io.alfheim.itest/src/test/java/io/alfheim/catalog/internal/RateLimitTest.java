/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Reading no faster than allowed, by a clock that only waiting moves. */
class RateLimitTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private long now = 17;

  private RateLimit limit(long bytesPerSecond) {
    return new RateLimit(bytesPerSecond, () -> now, nanos -> now += nanos);
  }

  @Test
  void whatIsReadTakesItsTime() {
    RateLimit limit = limit(1000);
    for (int i = 0; i < 50; i++) {
      limit.pay(100);
    }
    assertThat(now - 17).isEqualTo(5 * SECOND);
  }

  @Test
  void aReaderThatIsSlowerWaitsForNothingAndSavesNothing() {
    RateLimit limit = limit(1000);
    now += 60 * SECOND;
    limit.pay(1000);
    assertThat(now - 17).isEqualTo(61 * SECOND);
  }

  @Test
  void withoutALimitNobodyWaits() {
    limit(0).pay(Long.MAX_VALUE);
    assertThat(now).isEqualTo(17);
  }

  @Test
  void whoWaitsCanBeInterrupted() {
    RateLimit limit = new RateLimit(1, () -> now, nanos -> {
      throw new InterruptedException();
    });
    assertThatThrownBy(() -> limit.pay(1)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
