/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.store.Location;
import io.alfheim.store.StorePath;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has to go when a cache is full, and what stays. */
class CacheRoomTest {
  private static final int SIZE = 1000;

  @TempDir
  Path temporary;

  private Path served;
  private Path folder;
  private FickleStore store;

  @BeforeEach
  void aStore() throws IOException {
    served = Files.createDirectory(temporary.resolve("served"));
    folder = temporary.resolve("cache");
    store = new FickleStore(served);
  }

  private ContentKey serve(int number) throws Exception {
    byte[] bytes = new byte[SIZE];
    new Random(number).nextBytes(bytes);
    Files.write(served.resolve("f" + number), bytes);
    return new ContentKey(Slot.hex(digest(bytes)), SIZE);
  }

  private static MessageDigest digest(byte[] bytes) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("MD5");
    digest.update(bytes);
    return digest;
  }

  private Path fetch(DownloadCache cache, ContentKey key, int number) throws IOException {
    StorePath file = new StorePath("f" + number);
    return cache.fetch(
        key, List.of(new Origin(new Location("far", file), () -> store)), count -> {});
  }

  private Path fetch(DownloadCache cache, int number) throws Exception {
    return fetch(cache, serve(number), number);
  }

  private long bytes() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("content"))) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains(Slot.SEAL))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }

  private Path part(String name, Duration age) throws IOException {
    Path drawer = Files.createDirectories(folder.resolve("content/ab"));
    Path part = Files.write(drawer.resolve(name + Slot.PART), new byte[SIZE]);
    return Files.setLastModifiedTime(part, FileTime.from(Instant.now().minus(age)));
  }

  @Test
  void aPartThatMayStillGrowStays() throws Exception {
    Path growing = part("growing", Duration.ofHours(2));
    Path lost = part("lost", Duration.ofDays(2));
    DownloadCache cache = new DownloadCache(folder, 5 * SIZE / 2);
    Path first = fetch(cache, 1);
    assertThat(lost).doesNotExist();
    assertThat(first).exists();
    Path second = fetch(cache, 2);
    assertThat(growing).as("older than what has to go instead").exists();
    assertThat(first).doesNotExist();
    Path third = fetch(cache, 3);
    assertThat(growing).exists();
    assertThat(second).doesNotExist();
    assertThat(third).exists();
  }

  @Test
  void whatIsHeldStaysUntilItIsLetGo() throws Exception {
    DownloadCache cache = new DownloadCache(folder, 2 * SIZE);
    List<Path> files = new ArrayList<>();
    Closeable held = cache.hold(List.of(serve(0), serve(1), serve(2)));
    try {
      for (int i = 0; i < 3; i++) {
        files.add(fetch(cache, i));
      }
      assertThat(files).allSatisfy(file -> assertThat(file).exists());
    } finally {
      held.close();
    }
    fetch(cache, 3);
    assertThat(bytes()).isLessThanOrEqualTo(2 * SIZE);
  }

  @Test
  void whatOthersAddCountsToo() throws Exception {
    DownloadCache one = new DownloadCache(folder, 20 * SIZE);
    DownloadCache other = new DownloadCache(folder, 20 * SIZE);
    fetch(one, 0);
    for (int i = 1; i < 20; i++) {
      fetch(other, i);
    }
    for (int i = 20; i < 24; i++) {
      fetch(one, i);
    }
    assertThat(bytes()).isLessThanOrEqualTo(20 * SIZE);
  }

  @Test
  void whatIsInQuarantineTakesRoomAndGivesWay() throws Exception {
    DownloadCache cache = new DownloadCache(folder, 2 * SIZE);
    ContentKey wanted = serve(0);
    Files.write(served.resolve("f0"), new byte[SIZE]);
    assertThatThrownBy(() -> fetch(cache, wanted, 0)).isInstanceOf(MismatchException.class);
    Quarantined wrong = cache.quarantine().get(0);
    assertThat(wrong.bytes()).exists();
    Files.setLastModifiedTime(wrong.bytes(), FileTime.fromMillis(1000));
    Path first = fetch(cache, 1);
    Path second = fetch(cache, 2);
    assertThat(wrong.bytes()).doesNotExist();
    assertThat(second).exists();
    assertThat(bytes(first, second)).isLessThanOrEqualTo(2 * SIZE);
    assertThatThrownBy(() -> fetch(cache, wanted, 0))
        .as("what is known of it stays")
        .hasMessageContaining("it has not changed since");
  }

  @Test
  void whatIsInQuarantineHasNoMoreRoomWhenNothingElseComes() throws Exception {
    DownloadCache cache = new DownloadCache(folder, 3 * SIZE);
    for (int i = 0; i < 10; i++) {
      ContentKey wanted = serve(i);
      Files.write(served.resolve("f" + i), new byte[SIZE]);
      int number = i;
      assertThatThrownBy(() -> fetch(cache, wanted, number)).isInstanceOf(MismatchException.class);
    }
    List<Path> wrong = cache.quarantine().stream().map(Quarantined::bytes).toList();
    assertThat(wrong).hasSize(10);
    assertThat(bytes(wrong.toArray(new Path[0]))).isBetween((long) SIZE, 3L * SIZE);
  }

  private static long bytes(Path... files) {
    return Stream.of(files).mapToLong(file -> file.toFile().length()).sum();
  }
}
