/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import static io.alfheim.record.git.internal.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.SessionRecord;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writers of one home, as threads, as several openings, and as processes. */
class WriterLockTest {
  private static final String KEY = "SP026/2021-05-27/001";

  @TempDir
  Path home;

  private SessionRecord open(Duration patience) throws IOException {
    return new GitRecordProvider(patience).open(home);
  }

  private SessionRecord open() throws IOException {
    return open(Duration.ofSeconds(60));
  }

  private static int count(SessionRecord record) throws IOException {
    List<String> keys = new ArrayList<>();
    record.at(record.head()).forEach(session -> keys.add(session.key().toString()));
    return keys.size();
  }

  private static Callable<CommitId> commits(SessionRecord record, String subject, int sessions) {
    return () -> {
      for (int i = 0; i < sessions; i++) {
        String key = "%s/2020-01-01/%03d".formatted(subject, i);
        record.commit(key, editor -> editor.put(aSession(key, "a")));
      }
      return record.head();
    };
  }

  @Test
  void twoOpeningsInOneProcessAndAnotherProcessLoseNothing() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try (SessionRecord one = open();
        SessionRecord two = open();
        Scribe other = Scribe.thatCommits(home, "other", 20)) {
      List<Future<CommitId>> all = threads.invokeAll(
          List.of(commits(one, "one", 20), commits(one, "more", 20), commits(two, "two", 20)));
      for (Future<CommitId> each : all) {
        each.get();
      }

      assertThat(other.join()).isZero();
      assertThat(count(one)).isEqualTo(80);
      assertThat(one.head()).isEqualTo(two.head());
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void whoWaitsInVainIsToldOfTheOtherProcess() throws Exception {
    try (SessionRecord record = open(Duration.ofMillis(300));
        Scribe other = Scribe.thatHangs(home)) {
      CommitId head = record.head();

      assertThatThrownBy(() -> record.commit("mine", editor -> editor.put(aSession(KEY, "a"))))
          .isInstanceOf(FileSystemException.class)
          .hasMessageContaining("process " + other.pid())
          .hasMessageContaining("Scribe")
          .hasMessageContaining(Program.current().host())
          .hasMessageContaining(" since 2");
      assertThat(record.head()).as("reading never waits").isEqualTo(head);
    }
  }

  @Test
  void theTurnOfAKilledProcessIsTakenOverAndItsLeftoversGo() throws Exception {
    try (SessionRecord record = open();
        Scribe other = Scribe.thatHangs(home)) {
      List<Path> stale = Stream.of("refs/heads/main", "refs/tags/v/1", "packed-refs")
          .map(ref -> home.resolve("record.git/" + ref + ".lock"))
          .toList();
      for (Path lock : stale) {
        Files.createDirectories(lock.getParent());
        Files.createFile(lock);
      }
      assertThat(leftovers()).isNotEmpty();
      other.kill();

      record.commit("mine", editor -> editor.put(aSession(KEY, "a")));

      assertThat(count(record)).isEqualTo(1);
      assertThat(leftovers()).isEmpty();
      assertThat(stale).allSatisfy(lock -> assertThat(lock).doesNotExist());
      assertThat(home.resolve("record.git/alfheim.lock")).isEmptyFile();
    }
  }

  private Path leave(String owner) throws IOException {
    return Files.writeString(home.resolve("record.git/alfheim.lock"), owner + "\n");
  }

  @Test
  void anOwnerThatRunsHasItsTurnAlsoWhereFilesCannotBeLocked() throws Exception {
    try (SessionRecord record = open(Duration.ofMillis(300));
        Scribe other = Scribe.thatIdles(home)) {
      Path lock = leave(other.ownerText());

      assertThatThrownBy(() -> record.commit("mine", editor -> editor.put(aSession(KEY, "a"))))
          .isInstanceOf(FileSystemException.class)
          .hasMessageContaining("process " + other.pid())
          .hasMessageContaining(", started 2");

      other.kill();
      record.commit("mine", editor -> editor.put(aSession(KEY, "a")));
      assertThat(lock).isEmptyFile();
    }
  }

  @Test
  void aLaterProcessOfTheSameNumberIsNotTakenForTheOwner() throws Exception {
    try (SessionRecord record = open(Duration.ofMillis(300));
        Scribe other = Scribe.thatIdles(home)) {
      leave(other.ownerText().replaceFirst("started \\d{4}", "started 2001"));

      record.commit("mine", editor -> editor.put(aSession(KEY, "a")));

      assertThat(count(record)).isEqualTo(1);
    }
  }

  @Test
  void aProcessOfAnotherComputerThatHoldsNoLockHasDied() throws Exception {
    try (SessionRecord record = open(Duration.ofMillis(300));
        Scribe other = Scribe.thatIdles(home)) {
      leave(other.ownerText().replace(" on " + Program.current().host(), " on elsewhere"));

      record.commit("mine", editor -> editor.put(aSession(KEY, "a")));

      assertThat(count(record)).isEqualTo(1);
    }
  }

  @Test
  void textThatNamesNobodyIsWhatAnotherVersionLeft() throws Exception {
    try (SessionRecord record = open(Duration.ofMillis(300))) {
      leave("process 1 (Old) of root on here since 2020-01-01T00:00:00Z");

      record.commit("mine", editor -> editor.put(aSession(KEY, "a")));

      assertThat(count(record)).isEqualTo(1);
    }
  }

  private List<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("record.git/objects"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void whoWaitsInVainForAThreadIsToldSo() throws Exception {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (SessionRecord one = open();
        SessionRecord two = open(Duration.ofMillis(100))) {
      Future<CommitId> first = threads.submit(() -> one.commit("slow", editor -> {
        editor.put(aSession(KEY, "a"));
        writing.countDown();
        await(done);
      }));
      await(writing);

      assertThatThrownBy(() -> two.commit("mine", editor -> editor.put(aSession(KEY, "b"))))
          .isInstanceOf(FileSystemException.class)
          .hasMessageContaining("another thread of this program");

      done.countDown();
      assertThat(first.get()).isEqualTo(two.head());
    } finally {
      done.countDown();
      threads.shutdown();
    }
  }

  @Test
  void waitingCanBeInterrupted() throws Exception {
    try (SessionRecord record = open();
        Scribe other = Scribe.thatHangs(home)) {
      assertThat(other.pid()).isPositive();
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> record.commit("mine", editor -> editor.put(aSession(KEY, "a"))))
          .isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
