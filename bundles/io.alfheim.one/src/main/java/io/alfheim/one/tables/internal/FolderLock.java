/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables.internal;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.alfheim.data.Document;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is to save into a folder. Programs of our kind take turns by a lock of the operating
 * system, which goes with a program that dies; its file stays, as one that is deleted while another
 * waits for it would be two. Whose turn it is puts a file there that ONE waits for as well.
 *
 * <p>Only who has the turn in memory may open the file of the lock: closing any channel of a file gives
 * up all locks that this process has on it.
 */
final class FolderLock implements Closeable {
  private static final String LOCK = ".alfheim.lock";
  private static final String FOR_ONE = ".ONE.lock";
  private static final String OURS = "alfheim";
  /** After this time ONE takes a file of its own for a forgotten one. */
  private static final Duration FORGOTTEN = Duration.ofSeconds(5);

  private static final long PAUSE_MILLIS = 20;
  private static final ConcurrentMap<Path, Semaphore> IN_THIS_PROCESS = new ConcurrentHashMap<>();

  private final Path forOne;
  private final Semaphore threads;
  private final FileChannel channel;

  private FolderLock(Path forOne, Semaphore threads, FileChannel channel) {
    this.forOne = forOne;
    this.threads = threads;
    this.channel = channel;
  }

  /**
   * Waits for its turn.
   *
   * @throws FileSystemException naming the owner if it does not come in time
   */
  static FolderLock of(Path folder, Duration patience) throws IOException {
    Path real = Files.createDirectories(folder).toRealPath();
    Path forOne = real.resolve(FOR_ONE);
    long end = System.nanoTime() + patience.toNanos();
    Semaphore threads = IN_THIS_PROCESS.computeIfAbsent(real, path -> new Semaphore(1, true));
    while (!threads.tryAcquire()) {
      pause(forOne, end);
    }
    boolean taken = false;
    FileChannel channel = null;
    try {
      channel = FileChannel.open(real.resolve(LOCK), CREATE, WRITE);
      while (channel.tryLock() == null) {
        pause(forOne, end);
      }
      tellOne(forOne, end);
      taken = true;
      return new FolderLock(forOne, threads, channel);
    } finally {
      if (!taken) {
        release(channel, threads);
      }
    }
  }

  private static void release(@Nullable FileChannel channel, Semaphore threads) throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      threads.release();
    }
  }

  /** Puts the file there that ONE waits for. What is left of a dead program of ours does not count. */
  private static void tellOne(Path forOne, long end) throws IOException {
    Map<String, Object> owner = new LinkedHashMap<>();
    owner.put("program", OURS);
    owner.put("pid", ProcessHandle.current().pid());
    owner.put("datetime", Instant.now().toString());
    while (true) {
      try {
        Files.writeString(forOne, Document.of(owner).toJson(), CREATE_NEW);
        return;
      } catch (FileAlreadyExistsException e) {
        if (isForgotten(forOne)) {
          Files.deleteIfExists(forOne);
        } else {
          pause(forOne, end);
        }
      }
    }
  }

  private static boolean isForgotten(Path forOne) throws IOException {
    try {
      Instant since = Files.getLastModifiedTime(forOne).toInstant();
      return Files.readString(forOne).contains(OURS)
          || since.plus(FORGOTTEN).isBefore(Instant.now());
    } catch (NoSuchFileException gone) {
      return true;
    }
  }

  private static void pause(Path forOne, long end) throws IOException {
    if (System.nanoTime() > end) {
      throw new FileSystemException(
          forOne.toString(), null, "another program is saving here: " + owner(forOne));
    }
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Waiting to save was interrupted.");
    }
  }

  private static String owner(Path forOne) {
    try {
      return Files.readString(forOne).strip();
    } catch (IOException gone) {
      return "it has just finished";
    }
  }

  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(forOne);
    } finally {
      release(channel, threads);
    }
  }
}
