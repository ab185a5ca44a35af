/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.one.tables.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.alfheim.data.Document;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is to save into a folder. The file is the one that ONE looks for, so that both programs
 * wait for each other; among processes of this program the lock of the operating system on it decides,
 * which a dead owner does not hold.
 */
final class FolderLock implements Closeable {
  private static final String FILE = ".ONE.lock";
  private static final String OURS = "alfheim";
  /** After this time ONE takes a lock of its own for a forgotten one. */
  private static final Duration FORGOTTEN = Duration.ofSeconds(5);

  private static final long PAUSE_MILLIS = 50;

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Waits for its turn.
   *
   * @throws FileSystemException naming the owner if it does not come in time
   */
  static FolderLock of(Path folder, Duration patience) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(FILE);
    long end = System.nanoTime() + patience.toNanos();
    for (FolderLock lock = tryOnce(file); ; lock = tryOnce(file)) {
      if (lock != null) {
        return lock;
      }
      if (System.nanoTime() > end) {
        throw new FileSystemException(
            file.toString(), null, "another program is saving here: " + owner(file));
      }
      pause();
    }
  }

  private static @Nullable FolderLock tryOnce(Path file) throws IOException {
    if (isHeldByOne(file)) {
      return null;
    }
    FileChannel channel = FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (lock(channel) != null && isOurs(file, channel)) {
      return new FolderLock(file, channel);
    }
    channel.close();
    return null;
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException byAnotherThread) {
      return null;
    }
  }

  /**
   * Writes the owner into the file, and looks whether it can be read under its name: the owner before
   * may just have deleted the file that was opened.
   */
  private static boolean isOurs(Path file, FileChannel channel) throws IOException {
    Map<String, Object> owner = new LinkedHashMap<>();
    owner.put("program", OURS);
    owner.put("pid", ProcessHandle.current().pid());
    owner.put("datetime", Instant.now().toString());
    owner.put("turn", UUID.randomUUID().toString());
    String text = Document.of(owner).toJson();
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)), 0);
    try {
      return Files.readString(file).equals(text);
    } catch (NoSuchFileException deleted) {
      return false;
    }
  }

  private static boolean isHeldByOne(Path file) throws IOException {
    try {
      String text = Files.readString(file).strip();
      Instant since = Files.getLastModifiedTime(file).toInstant();
      return !text.isEmpty()
          && !text.contains(OURS)
          && since.plus(FORGOTTEN).isAfter(Instant.now());
    } catch (NoSuchFileException free) {
      return false;
    }
  }

  private static String owner(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException gone) {
      return "it has just finished";
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Waiting to save was interrupted.");
    }
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(file);
    }
  }
}
