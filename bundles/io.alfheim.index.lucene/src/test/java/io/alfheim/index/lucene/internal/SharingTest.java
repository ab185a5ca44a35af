/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import static io.alfheim.index.lucene.internal.Indexed.A;
import static io.alfheim.index.lucene.internal.Indexed.B;
import static io.alfheim.index.lucene.internal.Indexed.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.catalog.spi.CatalogIndex;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.SessionQuery;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances on one directory do not know of each other, as two processes. */
class SharingTest {
  private static final ASession ONE = ASession.of("one", "2020-01-01", 1);
  private static final ASession TWO = ASession.of("two", "2020-01-01", 1);

  @TempDir
  Path directory;

  private final ExecutorService pool = Executors.newCachedThreadPool();
  private CatalogIndex mine;
  private CatalogIndex theirs;

  @BeforeEach
  void open() throws IOException {
    mine = Indexed.open(directory);
    theirs = Indexed.open(directory);
  }

  @AfterEach
  void close() throws IOException {
    pool.shutdownNow();
    mine.close();
    theirs.close();
  }

  @Test
  void oneSeesWhatTheOtherDid() throws IOException {
    mine.update(CommitId.NONE, A, ASession.putting(ONE));
    assertThat(theirs.commit()).isEqualTo(A);
    theirs.update(A, B, ASession.putting(TWO));
    assertThat(mine.commit()).isEqualTo(B);
    assertThat(keys(mine, SessionQuery.ALL))
        .isEqualTo(keys(theirs, SessionQuery.ALL))
        .hasSize(2);
  }

  @Test
  void searchesDuringAnUpdateSeeTheOldState() throws IOException {
    mine.update(CommitId.NONE, A, ASession.putting(ONE));
    mine.update(A, B, visitor -> {
      ASession.putting(TWO).visit(visitor);
      assertThat(keys(mine, SessionQuery.ALL)).hasSize(1);
      assertThat(theirs.commit()).isEqualTo(A);
    });
    assertThat(keys(mine, SessionQuery.ALL)).hasSize(2);
  }

  @Test
  void aDirectoryDeletedAndMadeAgainIsSeen() throws IOException {
    mine.update(CommitId.NONE, A, ASession.putting(ONE));
    assertThat(theirs.commit()).isEqualTo(A);
    deleteAll(directory);
    assertThat(theirs.commit()).isEqualTo(CommitId.NONE);
    mine.update(CommitId.NONE, A, ASession.putting(TWO));
    assertThat(keys(theirs, SessionQuery.ALL)).containsExactly("two/2020-01-01/001");
    theirs.update(A, B, ASession.putting(ONE));
    assertThat(keys(mine, SessionQuery.ALL)).hasSize(2);
  }

  @Test
  void writersTakeTurnsAndOnlyTheFirstOfTwoEqualUpdatesWorks() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Future<Boolean> first = pool.submit(() -> mine.update(CommitId.NONE, A, visitor -> {
      started.countDown();
      await(go);
      ASession.putting(ONE).visit(visitor);
    }));
    started.await();
    Future<Boolean> second = pool.submit(() -> theirs.update(CommitId.NONE, A, visitor -> {
      throw new IOException("done already");
    }));
    go.countDown();
    assertThat(first.get()).isTrue();
    assertThat(second.get()).isTrue();
  }

  @Test
  void whoWaitsInVainIsToldForWhom() throws IOException {
    try (CatalogIndex impatient =
        new LuceneIndex(new IndexFolder(directory, false), Duration.ofMillis(40))) {
      mine.update(
          CommitId.NONE,
          A,
          visitor -> assertThatThrownBy(
                  () -> impatient.update(CommitId.NONE, B, ASession.putting(TWO)))
              .isInstanceOf(FileSystemException.class)
              .hasMessageContaining("process " + ProcessHandle.current().pid()));
      assertThat(impatient.update(A, B, ASession.putting(TWO))).isTrue();
    }
  }

  @Test
  void searchesAgreeWithSomeStateWhileOthersUpdate() throws Exception {
    mine.update(CommitId.NONE, id(0), ASession.putting());
    Callable<List<Integer>> searching = () -> {
      List<Integer> counts = new ArrayList<>();
      while (!mine.commit().equals(id(20))) {
        counts.add(mine.search(SessionQuery.ALL).size());
      }
      return counts;
    };
    List<Future<List<Integer>>> searches = List.of(pool.submit(searching), pool.submit(searching));
    for (int i = 0; i < 20; i++) {
      theirs.update(
          id(i),
          id(i + 1),
          ASession.putting(
              ASession.of("one", "2020-01-01", i), ASession.of("two", "2020-01-01", i)));
    }
    for (Future<List<Integer>> search : searches) {
      assertThat(search.get()).isSorted().allMatch(count -> count % 2 == 0);
    }
  }

  private static CommitId id(int number) {
    return new CommitId(Integer.toHexString(0x1000 + number));
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void deleteAll(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
