/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.record.git.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets writers take turns: threads of this process by a lock in memory, processes by a lock of the
 * operating system on a file, which goes with a process that dies. The text of the file names the
 * owner while there is one, by number, time of start and computer, and is left behind by an owner that
 * died.
 *
 * <p>Only the holder of the lock in memory may open the file: closing any channel of a file gives
 * up all locks that this process has on it.
 */
final class WriterLock {
  private static final ConcurrentMap<Path, ReentrantLock> IN_THIS_PROCESS =
      new ConcurrentHashMap<>();
  /** Beyond the text, which stays readable where locks are mandatory. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final long POLL_MILLIS = 20;
  private static final int LONGEST_OWNER = 1024;

  private static final String FILE = "alfheim.lock";

  private final Path folder;
  private final Path file;
  private final Duration patience;
  private final ReentrantLock threads;

  /**
   * The lock of a folder.
   *
   * @param patience how long to wait for a turn
   */
  WriterLock(Path folder, Duration patience) throws IOException {
    this.folder = folder.toRealPath();
    this.file = this.folder.resolve(FILE);
    this.patience = patience;
    this.threads = IN_THIS_PROCESS.computeIfAbsent(file, f -> new ReentrantLock(true));
  }

  /** The right to write, until closed by the thread that took it. */
  final class Turn implements AutoCloseable {
    private final RandomAccessFile open;
    private final boolean afterCrash;

    private Turn(RandomAccessFile open, boolean afterCrash) {
      this.open = open;
      this.afterCrash = afterCrash;
    }

    /** Whether the one before us died in its turn. */
    boolean isAfterCrash() {
      return afterCrash;
    }

    @Override
    public void close() throws IOException {
      try (open) {
        open.setLength(0);
      } finally {
        threads.unlock();
      }
    }
  }

  /**
   * Waits for a turn.
   *
   * @throws AccessDeniedException if the folder of the file may not be written
   * @throws FileSystemException naming the owner, if there is no turn in time
   */
  Turn take() throws IOException {
    if (threads.isHeldByCurrentThread()) {
      throw new IllegalStateException("A commit within a commit: put it into the one under way.");
    }
    long deadline = System.nanoTime() + patience.toNanos();
    lockThreads();
    boolean taken = false;
    try {
      Turn turn = takeFile(deadline);
      taken = true;
      return turn;
    } finally {
      if (!taken) {
        threads.unlock();
      }
    }
  }

  private void lockThreads() throws IOException {
    try {
      if (!threads.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw busy("another thread of this program");
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private Turn takeFile(long deadline) throws IOException {
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new AccessDeniedException(
          folder.toString(),
          null,
          "The record can only be read by user '" + Program.current().user() + "'.");
    }
    RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw");
    boolean locked = false;
    try {
      boolean afterCrash = !lockFile(open, deadline).isEmpty();
      open.setLength(0);
      String since = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
      open.write((Program.current() + " since " + since + "\n").getBytes(UTF_8));
      locked = true;
      return new Turn(open, afterCrash);
    } finally {
      if (!locked) {
        open.close();
      }
    }
  }

  /** Waits for the lock of the file, and tells who left its name there: an owner that died. */
  private String lockFile(RandomAccessFile open, long deadline) throws IOException {
    while (true) {
      FileLock lock = tryLock(open);
      if (lock != null) {
        String left = text(open);
        if (LockOwner.parse(left).filter(LockOwner::isAnotherRunningHere).isEmpty()) {
          return left;
        }
        lock.release(); // there are file systems that lend a lock to everybody
      }
      if (System.nanoTime() > deadline) {
        throw busy(owner(open));
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
  }

  private static @Nullable FileLock tryLock(RandomAccessFile open) throws IOException {
    return open.getChannel().tryLock(LOCKED_BYTE, 1, false);
  }

  private static String owner(RandomAccessFile open) throws IOException {
    String owner = text(open);
    return owner.isEmpty() ? "another program" : owner;
  }

  private static String text(RandomAccessFile open) throws IOException {
    byte[] text = new byte[(int) Math.min(open.length(), LONGEST_OWNER)];
    open.seek(0);
    int read = Math.max(0, open.read(text));
    return new String(text, 0, read, UTF_8).replaceAll("\\p{Cntrl}", " ").strip();
  }

  private FileSystemException busy(String owner) {
    return new FileSystemException(
        file.toString(),
        null,
        "The record is being written by " + owner + "; waited " + patience.toSeconds()
            + " s. Try again when it is done, or end it.");
  }

  private static CancellationException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return Cancellable.cancelled(e);
  }
}
