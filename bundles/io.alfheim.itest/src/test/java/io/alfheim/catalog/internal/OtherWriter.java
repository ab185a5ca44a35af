/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.catalog.spi.CommitId;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Somebody who writes the record, and has the turn to do so until told to finish. */
final class OtherWriter implements Closeable {
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final CountDownLatch told = new CountDownLatch(1);
  private final Future<CommitId> commit;

  OtherWriter(HomeCatalog catalog) throws IOException {
    CountDownLatch begun = new CountDownLatch(1);
    commit = thread.submit(() -> catalog.backends().record().commit("Others", editor -> {
      begun.countDown();
      await(told);
    }));
    await(begun);
  }

  Future<CommitId> finish() {
    told.countDown();
    return commit;
  }

  static void await(CountDownLatch latch) throws IOException {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    told.countDown();
    thread.shutdownNow();
  }
}
