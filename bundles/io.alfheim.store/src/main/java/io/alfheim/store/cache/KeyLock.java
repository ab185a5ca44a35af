/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.cache;

import io.alfheim.store.internal.Cancellation;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The right to fetch some contents, among all threads and processes. The system takes it back from a
 * process that ends. Lock files are few and stay: to delete one would break it.
 */
final class KeyLock implements Closeable {
  /** A process has no second lock of one file: its threads take turns before. */
  private static final Map<Path, ReentrantLock> TURNS = new ConcurrentHashMap<>();

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long PAUSE_MILLIS = 50;

  private final ReentrantLock turn;
  private final FileChannel channel;

  private KeyLock(ReentrantLock turn, FileChannel channel) {
    this.turn = turn;
    this.channel = channel;
  }

  /**
   * Waits for its turn, as long as the one who has it gets on.
   *
   * @param part the file that grows while another one gets on
   */
  static KeyLock acquire(Path file, Path part) throws IOException {
    ReentrantLock turn = TURNS.computeIfAbsent(file, key -> new ReentrantLock());
    try {
      turn.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Cancellation.because(e);
    }
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      await(channel, part);
      return new KeyLock(turn, channel);
    } catch (IOException | RuntimeException e) {
      if (channel != null) {
        channel.close();
      }
      turn.unlock();
      throw e;
    }
  }

  private static void await(FileChannel channel, Path part) throws IOException {
    long size = -1;
    long since = System.nanoTime();
    while (tryLock(channel) == null) {
      long now = Files.exists(part) ? Files.size(part) : 0;
      if (now != size) {
        size = now;
        since = System.nanoTime();
      } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
        throw new IOException("Another process has been fetching '" + part.getFileName() + "' and"
            + " not got on for " + PATIENCE.toMinutes() + " minutes. End it, and try again.");
      }
      pause(PAUSE_MILLIS);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  /** Sleeps, unless somebody interrupts. */
  static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Cancellation.because(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      turn.unlock();
    }
  }
}
