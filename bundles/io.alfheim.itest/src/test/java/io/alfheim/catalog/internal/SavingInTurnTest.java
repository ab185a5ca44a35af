/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.Session;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.data.NDArray;
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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who saves while others write the record waits for his turn before anything is to be seen. */
class SavingInTurnTest {
  private static final String SESSION = "KS014/2020-01-02/001";
  private static final NDArray TIMES = NDArray.of(0.5, 1.5, 2.5);

  @TempDir
  Path temporary;

  private HomeCatalog catalog;
  private Session session;
  private Path saved;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final CountDownLatch othersAreDone = new CountDownLatch(1);
  private Future<CommitId> others;

  @BeforeEach
  void othersWrite() throws IOException {
    Path data = temporary.resolve("data");
    RealParts.npy(data.resolve(SESSION).resolve("alf/wheel.position.npy"), 1, 2);
    saved = data.resolve(SESSION).resolve("alf/spikes.times.npy");
    catalog = RealParts.catalog(temporary.resolve("home"));
    catalog.scan(data);
    session = catalog.session(SESSION);
    CountDownLatch begun = new CountDownLatch(1);
    others = threads.submit(() -> catalog.backends().record().commit("Others", editor -> {
      begun.countDown();
      await(othersAreDone);
    }));
    await(begun);
  }

  @AfterEach
  void close() throws IOException {
    othersAreDone.countDown();
    threads.shutdownNow();
    catalog.close();
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
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
    Future<Dataset> saving = threads.submit(() -> {
      saver[0] = Thread.currentThread();
      return session.put("alf/spikes.times.npy", TIMES);
    });
    await(written);
    Set<Thread.State> waiting = Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);
    while (!saving.isDone() && !waiting.contains(saver[0].getState())) {
      Thread.onSpinWait();
    }
    assertThat(saved).as("while others write").doesNotExist();

    othersAreDone.countDown();
    assertThat(saving.get().load().array()).isEqualTo(TIMES);
    assertThat(saved).exists();
    assertThat(others.get()).isNotNull();
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
