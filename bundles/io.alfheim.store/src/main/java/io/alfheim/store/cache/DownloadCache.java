/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.cache;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * Copies of far files in one folder, known by their content. Any number of threads and processes may
 * share the folder. Nothing is written before something is fetched.
 */
public final class DownloadCache {
  private final Path folder;
  private final long limit;
  private final Quarantine quarantine;
  private final Eviction eviction;

  /**
   * A cache in a folder.
   *
   * @param folder made when it is needed
   * @param limit the bytes that contents may take; what was not used for the longest time makes room
   */
  public DownloadCache(Path folder, long limit) {
    this.folder = folder.toAbsolutePath().normalize();
    this.limit = limit;
    this.quarantine = new Quarantine(this.folder.resolve("quarantine"));
    this.eviction = new Eviction(this.folder.resolve("content"), quarantine.folder(), limit);
  }

  /** The folder. */
  public Path folder() {
    return folder;
  }

  /** The bytes that contents may take. */
  public long limit() {
    return limit;
  }

  /** The local file of a content that was fetched before and looks as it did then. */
  public Optional<Path> find(ContentKey key) throws IOException {
    return slot(key).sealed();
  }

  /**
   * The local file of a content. Tries one origin after the other until one has it intact; goes on with
   * what was cut off before.
   *
   * @param progress is told the number of bytes that are there more than before
   * @throws IOException if no origin has it, with what is wrong with each
   */
  public Path fetch(ContentKey key, List<Origin> origins, LongConsumer progress)
      throws IOException {
    Slot slot = slot(key);
    Optional<Path> there = slot.sealed();
    if (there.isEmpty()) {
      KeyLock lock = lock(slot);
      try {
        there = slot.checked();
        if (there.isEmpty()) {
          Path content = new Fetching(slot, quarantine, eviction, origins, progress).run();
          eviction.added(content, key.size());
          return content;
        }
      } finally {
        lock.close();
      }
    }
    progress.accept(key.size());
    return there.get();
  }

  /**
   * Until it is closed, none of these contents makes room for others that are fetched through this
   * object, also when the limit is passed; other processes take first what was not used for longer.
   */
  public Closeable hold(Collection<ContentKey> keys) {
    return eviction.hold(keys.stream().map(key -> slot(key).content()).collect(Collectors.toSet()));
  }

  private Slot slot(ContentKey key) {
    return new Slot(key, folder.resolve("content").resolve(key.md5().substring(0, 2)));
  }

  private KeyLock lock(Slot slot) throws IOException {
    Path locks = folder.resolve("locks");
    try {
      Files.createDirectories(locks);
      return KeyLock.acquire(locks.resolve(slot.key().md5().substring(0, 3)));
    } catch (FileSystemException e) {
      throw new CacheException(folder, e);
    }
  }

  /** How much there is. */
  public CacheSize size() throws IOException {
    return eviction.size();
  }

  /** What was fetched and was not what was asked for, the newest first. */
  public List<Quarantined> quarantine() throws IOException {
    return quarantine.list();
  }

  /** Deletes what is in quarantine; it is fetched again when it is asked for. */
  public void clearQuarantine() throws IOException {
    quarantine.clear();
  }
}
