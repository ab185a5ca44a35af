/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.store.Location;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those see who wait for a lock, whatever is fetched by the one who has it. */
class KeyLockTest {
  private static final long PATIENCE = KeyLock.PATIENCE.toNanos();
  private static final FileTime OLD = FileTime.fromMillis(1_000_000);
  private static final FileTime NEWER = FileTime.fromMillis(2_000_000);
  private static final int SIZE = 1_000_000;

  @TempDir
  Path temporary;

  private Path file;
  private DownloadCache cache;
  private FickleStore store;
  private ContentKey key;

  @BeforeEach
  void oneLockAndOneFarFile() throws Exception {
    file = Files.createFile(temporary.resolve("abc"));
    Files.setLastModifiedTime(file, OLD);
    Path served = Files.createDirectory(temporary.resolve("served"));
    byte[] bytes = Files.readAllBytes(Files.write(served.resolve("a.npy"), new byte[SIZE]));
    key = new ContentKey(Slot.hex(digest(bytes)), SIZE);
    store = new FickleStore(served);
    cache = new DownloadCache(temporary.resolve("cache"), Long.MAX_VALUE);
  }

  private static MessageDigest digest(byte[] bytes) {
    MessageDigest digest = Slot.md5();
    digest.update(bytes);
    return digest;
  }

  private Path fetch(LongConsumer progress) throws IOException {
    Location far = new Location("far", new StorePath("a.npy"));
    return cache.fetch(key, List.of(new Origin(far, () -> store)), progress);
  }

  private Path lock() throws IOException {
    try (Stream<Path> locks = Files.list(temporary.resolve("cache/locks"))) {
      return locks.findFirst().orElseThrow();
    }
  }

  @Test
  void whoGetsOnIsWaitedForHoweverLong() throws IOException {
    KeyLock.Watch watch = new KeyLock.Watch(file);
    watch.look(0);
    watch.look(PATIENCE);
    Files.setLastModifiedTime(file, NEWER);
    watch.look(2 * PATIENCE);
    watch.look(3 * PATIENCE);
    assertThatThrownBy(() -> watch.look(3 * PATIENCE + 1))
        .isInstanceOf(IOException.class)
        .hasMessage("Another process has had the lock '" + file + "' of the cache and not got on"
            + " for 2 minutes. End it, and try again.");
  }

  @Test
  void aLockFileThatSomebodyDeletedIsNoError() throws IOException {
    KeyLock.Watch watch = new KeyLock.Watch(file);
    watch.look(0);
    Files.delete(file);
    assertThatCode(() -> watch.look(PATIENCE + 1)).doesNotThrowAnyException();
  }

  @Test
  void whoFetchesShowsThatItGetsOn() throws IOException {
    boolean[] begun = new boolean[1];
    fetch(bytes -> {
      if (!begun[0]) {
        begun[0] = true;
        age();
      }
    });
    assertThat(begun[0]).isTrue();
    assertThat(Files.getLastModifiedTime(lock())).isGreaterThan(OLD);
  }

  private void age() {
    try {
      Files.setLastModifiedTime(lock(), OLD);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoHashesShowsThatItGetsOn() throws IOException {
    Files.setLastModifiedTime(fetch(bytes -> {}), OLD);
    age();
    assertThat(fetch(bytes -> {})).hasSize(SIZE);
    assertThat(store.opened).as("not fetched again").hasSize(1);
    assertThat(Files.getLastModifiedTime(lock())).isGreaterThan(OLD);
  }

  @Test
  void whoIsInterruptedDoesNotLoseTheLockInTheMiddleOfItsWork() throws IOException {
    try (KeyLock lock = KeyLock.acquire(file)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(KeyLock::beat).isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
      KeyLock.beat();
      assertThat(Files.getLastModifiedTime(file)).isGreaterThan(OLD);
      assertThat(lock).isNotNull();
    }
  }
}
