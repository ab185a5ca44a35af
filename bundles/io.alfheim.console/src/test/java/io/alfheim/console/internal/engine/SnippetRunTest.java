/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class SnippetRunTest {
  private static SnippetRun run(java.util.concurrent.Callable<Object> body) {
    return new SnippetRun(body, ClassLoader.getSystemClassLoader());
  }

  @Test
  void givesTheValue() throws Exception {
    assertThat(run(() -> 42).await()).isEqualTo(42);
  }

  @Test
  void givesNullToo() throws Exception {
    assertThat(run(() -> null).await()).isNull();
  }

  @Test
  void givesWhatWasThrown() {
    assertThatThrownBy(run(() -> Integer.parseInt("x"))::await)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(NumberFormatException.class);
  }

  @Test
  void aStopInterruptsASleeper() {
    CountDownLatch asleep = new CountDownLatch(1);
    SnippetRun run = run(() -> {
      asleep.countDown();
      new CountDownLatch(1).await();
      return null;
    });
    stopWhen(asleep, run, 1);
    assertThatThrownBy(run::await).hasCauseInstanceOf(InterruptedException.class);
    assertThat(run.stopAsked()).isTrue();
  }

  @Test
  void aSecondStopLeavesTheDeafAlone() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    SnippetRun run = run(() -> {
      busy.countDown();
      while (true) {
        try {
          released.await();
          return null;
        } catch (InterruptedException e) {
          // deaf
        }
      }
    });
    stopWhen(busy, run, 2);
    assertThatThrownBy(run::await).hasCauseInstanceOf(SnippetRun.Abandoned.class);
    released.countDown();
  }

  private static void stopWhen(CountDownLatch ready, SnippetRun run, int times) {
    new Thread(() -> {
          try {
            ready.await();
          } catch (InterruptedException e) {
            return;
          }
          for (int i = 0; i < times; i++) {
            run.stop();
          }
        })
        .start();
  }
}
