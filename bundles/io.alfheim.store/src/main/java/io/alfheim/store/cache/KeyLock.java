/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.cache;

import io.alfheim.store.internal.Cancellation;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The right to fetch some contents, among all threads and processes. The system takes it back from a
 * process that ends. Lock files are few and stay: to delete one would break it. Each serves many
 * contents; whoever has it writes to it as long as it gets on, and the others watch that.
 */
final class KeyLock implements Closeable {
  /** A process has no second lock of one file: its threads take turns before. */
  private static final Map<Path, ReentrantLock> TURNS = new ConcurrentHashMap<>();

  /** A turn belongs to a thread, and so does the lock. */
  private static final ThreadLocal<@Nullable KeyLock> MINE = new ThreadLocal<>();

  static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long PAUSE_MILLIS = 50;

  private final ReentrantLock turn;
  private final FileChannel channel;

  private KeyLock(ReentrantLock turn, FileChannel channel) {
    this.turn = turn;
    this.channel = channel;
  }

  /** Waits for its turn, as long as the one who has it gets on. */
  static KeyLock acquire(Path file) throws IOException {
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
      await(channel, file);
      KeyLock lock = new KeyLock(turn, channel);
      MINE.set(lock);
      return lock;
    } catch (IOException | RuntimeException e) {
      if (channel != null) {
        channel.close();
      }
      turn.unlock();
      throw e;
    }
  }

  private static void await(FileChannel channel, Path file) throws IOException {
    Watch watch = new Watch(file);
    while (tryLock(channel) == null) {
      watch.look(System.nanoTime());
      pause(PAUSE_MILLIS);
    }
  }

  /** Judges by a lock file whether the one who has the lock gets on. */
  static final class Watch {
    private static final FileTime NEVER = FileTime.fromMillis(0);

    private final Path file;
    private @Nullable FileTime seen;
    private long since;

    Watch(Path file) {
      this.file = file;
    }

    /** Ends the wait with an exception if nothing has happened for too long. */
    void look(long nanos) throws IOException {
      FileTime beat = beat();
      if (!beat.equals(seen)) {
        seen = beat;
        since = nanos;
      } else if (nanos - since > PATIENCE.toNanos()) {
        throw new IOException("Another process has had the lock '" + file + "' of the cache and not"
            + " got on for " + PATIENCE.toMinutes() + " minutes. End it, and try again.");
      }
    }

    private FileTime beat() throws IOException {
      try {
        return Files.getLastModifiedTime(file);
      } catch (NoSuchFileException deleted) {
        return NEVER;
      }
    }
  }

  /** Tells those who wait for the lock of this thread, if it has one, that it gets on. */
  static void beat() {
    KeyLock mine = MINE.get();
    if (mine == null) {
      return;
    }
    // An interruption would close the file, and with it the lock.
    Cancellation.check();
    try {
      var unused = mine.channel.write(ByteBuffer.allocate(1), 0);
    } catch (ClosedByInterruptException e) {
      throw Cancellation.because(e);
    } catch (IOException unheard) {
      // Those who wait may give up early; what is fetched is as good.
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
    MINE.remove();
    try {
      channel.close();
    } finally {
      turn.unlock();
    }
  }
}
