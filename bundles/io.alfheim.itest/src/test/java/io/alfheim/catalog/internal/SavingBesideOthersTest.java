/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.catalog.Dataset;
import io.alfheim.catalog.Registration;
import io.alfheim.data.WritesFormat;
import io.alfheim.format.npy.internal.NpyWriter;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The turn to write the record is not taken while bytes are still to be written. */
class SavingBesideOthersTest extends OneSession {
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  @AfterEach
  void stop() {
    thread.shutdownNow();
  }

  @Test
  void allBytesOfManyFilesAreWrittenWhileOthersWriteTheRecord() throws Exception {
    WritableStore store = (WritableStore) catalog.places().get("data");
    int files = 2 * store.filesAtATime() + 5;
    CountDownLatch written = new CountDownLatch(files);
    catalog.addWriter(
        (content, out) -> {
          new NpyWriter().write(content, out);
          written.countDown();
        },
        Map.of(WritesFormat.EXTENSIONS, "npy"));
    Registration all = catalog.session(SESSION).register();
    for (int i = 0; i < files; i++) {
      all = all.put("alf/spikes.attr" + i + ".npy", TIMES);
    }
    Registration registration = all;
    try (OtherWriter others = new OtherWriter(catalog)) {
      Future<List<Dataset>> saving = thread.submit(registration::commit);

      OtherWriter.await(written);
      assertThat(saving).isNotDone();
      assertThat(catalog.session(SESSION).datasets()).hasSize(1);

      assertThat(others.finish().get()).isNotNull();
      assertThat(saving.get()).hasSize(files);
    }
  }

  @Test
  void contentIsKeptWhileOthersWriteTheRecord() throws Exception {
    Files.writeString(
        temporary.resolve("home/etc/io.alfheim.store-data.cfg"),
        "keep = true\n",
        StandardOpenOption.APPEND);
    catalog.close();
    Path kept = kept(0.5, 1.5, 2.5);
    try (OtherWriter others = new OtherWriter(catalog)) {
      Future<Dataset> saving =
          thread.submit(() -> catalog.session(SESSION).put("alf/spikes.times.npy", TIMES));

      for (int i = 0; i < 30_000 && !Files.exists(kept); i++) {
        Thread.sleep(1);
      }
      assertThat(kept).exists();
      assertThat(data.resolve(SESSION).resolve("alf/spikes.times.npy")).doesNotExist();

      assertThat(others.finish().get()).isNotNull();
      assertThat(saving.get().load().array()).isEqualTo(TIMES);
    }
  }

  private Path kept(double... values) throws IOException {
    Path same = temporary.resolve("same.npy");
    RealParts.npy(same, values);
    String hash = HexFormat.of().formatHex(Md5.digest().digest(Files.readAllBytes(same)));
    return data.resolve(KeptContent.FOLDER).resolve(hash.substring(0, 2)).resolve(hash);
  }
}
