/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.SleepingLockWrapper;

/**
 * The turn of one writer among threads and processes. The operating system ends it when the process
 * dies. Beside it lies the name of its owner, for those who wait in vain.
 */
final class Turn implements Closeable {
  private static final String LOCK = "update.lock";
  private static final String OWNER = "update.owner";
  private static final long POLL_MILLIS = 20;

  private final Lock lock;
  private final Path owner;

  private Turn(Lock lock, Path owner) {
    this.lock = lock;
    this.owner = owner;
  }

  /** Waits for the turn. */
  @SuppressWarnings("resource") // the wrapper is only a way to wait, the directory stays open
  static Turn take(Directory directory, Path path, Duration patience) throws IOException {
    Path owner = path.resolve(OWNER);
    try {
      Directory waiting = new SleepingLockWrapper(directory, patience.toMillis(), POLL_MILLIS);
      Turn turn = new Turn(waiting.obtainLock(LOCK), owner);
      turn.sign();
      return turn;
    } catch (LockObtainFailedException e) {
      throw new FileSystemException(
          path.toString(), null, "being updated by " + read(owner, "another process"));
    }
  }

  /** Fails if the lock was taken away, by a person who deleted it. */
  void ensureMine() throws IOException {
    lock.ensureValid();
  }

  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(owner);
    } finally {
      lock.close();
    }
  }

  private void sign() throws IOException {
    try {
      Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      long process = ProcessHandle.current().pid();
      Files.writeString(owner, "process " + process + " on " + host() + " since " + now);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private static String read(Path file, String otherwise) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return otherwise;
    }
  }

  /** Not asked of the network, which takes seconds where there is none. */
  private static String host() {
    return Stream.of("HOSTNAME", "COMPUTERNAME")
        .map(System::getenv)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> read(Path.of("/etc/hostname"), "this host"));
  }
}
