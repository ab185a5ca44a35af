/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who fetches different things of one name at once gets them all. */
class LocalCopyTest {
  private static final int WHO = 4;
  private static final int ROUNDS = 300;

  @TempDir
  private Path folder;

  private final CyclicBarrier together = new CyclicBarrier(WHO);

  private boolean settle(Path target, int who) throws Exception {
    try (LocalCopy copy = new LocalCopy(folder)) {
      try (OutputStream out = copy.open()) {
        out.write(who);
      }
      together.await(1, TimeUnit.MINUTES);
      copy.settle(target);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
  }

  @Test
  void oneOfThoseWhoTakeANameAtOnceHasItAndTheOthersKnow() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(WHO);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        Path target = folder.resolve("a" + round + ".txt");
        List<Future<Boolean>> settled = new ArrayList<>();
        for (int i = 0; i < WHO; i++) {
          int who = i;
          settled.add(pool.submit(() -> settle(target, who)));
        }
        List<Integer> winners = new ArrayList<>();
        for (int who = 0; who < WHO; who++) {
          if (settled.get(who).get()) {
            winners.add(who);
          }
        }
        assertThat(winners).hasSize(1);
        assertThat(Files.readAllBytes(target)).containsExactly(winners.get(0));
      }
    } finally {
      pool.shutdown();
    }
    assertThat(names()).hasSize(ROUNDS).allMatch(name -> name.startsWith("a"));
  }

  private boolean displace(Path target, int who) throws Exception {
    try (LocalCopy copy = new LocalCopy(folder)) {
      try (OutputStream out = copy.open()) {
        out.write(who);
      }
      together.await(1, TimeUnit.MINUTES);
      copy.displace(target);
      return true;
    }
  }

  @Test
  void whatWasThereIsKeptAlsoWhenManyTakeItsNameAtOnce() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(WHO);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        Path target = Files.writeString(folder.resolve("b" + round + ".txt"), "mine");
        List<Future<Boolean>> displaced = new ArrayList<>();
        for (int i = 0; i < WHO; i++) {
          int who = i;
          displaced.add(pool.submit(() -> displace(target, who)));
        }
        for (Future<Boolean> one : displaced) {
          assertThat(one.get()).isTrue();
        }
        assertThat(Files.size(target)).isEqualTo(1);
        assertThat(folder.resolve("b" + round + ".txt~")).hasContent("mine");
      }
    } finally {
      pool.shutdown();
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }
}
