/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.Session;
import io.alfheim.data.WritesFormat;
import io.alfheim.format.npy.internal.NpyWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who saves while others write the record waits for his turn before anything is to be seen. */
class SavingInTurnTest extends OneSession {
  private Session session;
  private Path saved;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private OtherWriter others;

  @BeforeEach
  void othersWrite() throws IOException {
    saved = data.resolve(SESSION).resolve("alf/spikes.times.npy");
    session = catalog.session(SESSION);
    others = new OtherWriter(catalog);
  }

  @AfterEach
  void stop() {
    others.close();
    thread.shutdownNow();
  }

  private void afterTheBytesAreWritten(Runnable then) {
    catalog.addWriter(
        (content, out) -> {
          new NpyWriter().write(content, out);
          out.flush();
          then.run();
        },
        Map.of(WritesFormat.EXTENSIONS, "npy"));
  }

  @Test
  void noFileHasItsNameBeforeTheRecordCanBeWritten() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    afterTheBytesAreWritten(written::countDown);
    Thread[] saver = new Thread[1];
    Future<Dataset> saving = thread.submit(() -> {
      saver[0] = Thread.currentThread();
      return session.put("alf/spikes.times.npy", TIMES);
    });
    OtherWriter.await(written);
    Set<Thread.State> waiting = Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);
    while (!saving.isDone() && !waiting.contains(saver[0].getState())) {
      Thread.onSpinWait();
    }
    assertThat(saved).as("while others write").doesNotExist();

    assertThat(others.finish().get()).isNotNull();
    assertThat(saving.get().load().array()).isEqualTo(TIMES);
    assertThat(saved).exists();
  }

  @Test
  void whoIsInterruptedMeanwhileLeavesNothing() {
    Thread saver = Thread.currentThread();
    afterTheBytesAreWritten(saver::interrupt);
    assertThatThrownBy(() -> session.put("alf/spikes.times.npy", TIMES))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(Objects.requireNonNull(saved.getParent()).toFile().list())
        .containsExactly("wheel.position.npy");
    assertThat(catalog.session(SESSION).datasets()).hasSize(1);
  }
}
