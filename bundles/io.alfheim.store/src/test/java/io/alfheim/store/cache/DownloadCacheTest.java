/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.store.Location;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class DownloadCacheTest {
  private static final int SIZE = 1_000_000;
  private static final String FILE = "a.npy";

  @TempDir
  Path temporary;

  private final AtomicLong progress = new AtomicLong();
  private Path served;
  private Path folder;
  private FickleStore store;
  private DownloadCache cache;
  private ContentKey key;
  private byte[] bytes;

  @BeforeEach
  void oneFile() throws Exception {
    served = Files.createDirectory(temporary.resolve("served"));
    folder = temporary.resolve("cache");
    store = new FickleStore(served);
    cache = new DownloadCache(folder, Long.MAX_VALUE);
    bytes = random(SIZE, 1);
    key = serve(FILE, bytes);
  }

  private static byte[] random(int size, long seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private ContentKey serve(String name, byte[] content) throws Exception {
    Files.write(served.resolve(name), content);
    MessageDigest digest = MessageDigest.getInstance("MD5");
    digest.update(content);
    return new ContentKey(Slot.hex(digest), content.length);
  }

  private Origin origin(String file) {
    return new Origin(new Location("far", new StorePath(file)), () -> store);
  }

  private Path fetch() throws IOException {
    return cache.fetch(key, List.of(origin(FILE)), progress::addAndGet);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("content"))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private Path part() throws IOException {
    return files().stream()
        .filter(file -> file.toString().endsWith(Slot.PART))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatWasFetchedIsThereTheNextTime() throws IOException {
    assertThat(cache.find(key)).isEmpty();
    Path content = fetch();
    assertThat(content).hasBinaryContent(bytes);
    assertThat(progress).hasValue(SIZE);
    assertThat(cache.find(key)).hasValue(content);
    assertThat(fetch()).isEqualTo(content);
    assertThat(store.opened).containsExactly(0L);
    assertThat(cache.size()).isEqualTo(new CacheSize(1, SIZE));
  }

  @Test
  void anEmptyFileIsAFileToo() throws Exception {
    ContentKey empty = serve("empty.npy", new byte[0]);
    assertThat(cache.fetch(empty, List.of(origin("empty.npy")), n -> {})).isEmptyFile();
    assertThat(cache.find(empty)).isPresent();
  }

  @Test
  void afterACutItGoesOnWhereItEnded() throws IOException {
    store.cutAfter = 300_000;
    store.cuts.set(2);
    assertThat(fetch()).hasBinaryContent(bytes);
    assertThat(store.opened).containsExactly(0L, 300_000L, 600_000L);
    assertThat(progress).hasValue(SIZE);
  }

  @Test
  void itGoesOnAsOftenAsTheStoreWants() throws IOException {
    store.cutAfter = 100;
    store.cuts.set(4);
    store.retries = 3;
    assertThatThrownBy(this::fetch).hasMessageContaining("The wire was cut.");
    assertThat(store.opened).containsExactly(0L, 100L, 200L, 300L);
    store.cuts.set(1);
    store.retries = 0;
    assertThatThrownBy(this::fetch).hasMessageContaining("The wire was cut.");
    assertThat(store.opened).hasSize(5);
    assertThat(fetch()).hasBinaryContent(bytes);
  }

  @Test
  void whatOneProgramBeganAnotherFinishes() throws IOException {
    store.cutAfter = 100;
    store.cuts.set(Integer.MAX_VALUE);
    assertThatThrownBy(this::fetch).hasMessageContaining("The wire was cut.");
    assertThat(files()).singleElement().isEqualTo(part());
    assertThat(cache.find(key)).isEmpty();
    store.cuts.set(0);
    store.opened.clear();
    DownloadCache later = new DownloadCache(folder, Long.MAX_VALUE);
    assertThat(later.fetch(key, List.of(origin(FILE)), progress::addAndGet))
        .hasBinaryContent(bytes);
    assertThat(store.opened).containsExactly(300L);
  }

  @Test
  void aPartFromElsewhereIsFetchedAnew() throws IOException {
    store.cutAfter = 100_000;
    store.cuts.set(Integer.MAX_VALUE);
    assertThatThrownBy(() -> {
          store.cutAfter = 100;
          fetch();
        })
        .isInstanceOf(IOException.class);
    Files.write(part(), random(500_000, 2));
    store.cuts.set(0);
    assertThat(fetch()).hasBinaryContent(bytes);
    assertThat(cache.quarantine()).isEmpty();
  }

  @Test
  void otherBytesAreKeptApartAndNotFetchedForEver() throws IOException {
    Files.write(served.resolve(FILE), random(SIZE, 2));
    assertThatThrownBy(this::fetch)
        .isInstanceOf(MismatchException.class)
        .hasMessageStartingWith("'far:a.npy' has the MD5 ")
        .hasMessageEndingWith(", not " + key.md5() + ".");
    assertThat(cache.find(key)).isEmpty();
    assertThat(cache.quarantine()).singleElement().satisfies(note -> {
      assertThat(note.location()).isEqualTo("far:a.npy");
      assertThat(note.bytes()).hasBinaryContent(random(SIZE, 2));
    });
    assertThatThrownBy(this::fetch)
        .isInstanceOf(MismatchException.class)
        .hasMessageContaining("it has not changed since");
    assertThat(store.opened).hasSize(1);
  }

  @Test
  void aFileThatWasMendedIsFetched() throws IOException {
    Files.write(served.resolve(FILE), random(SIZE, 2));
    assertThatThrownBy(this::fetch).isInstanceOf(MismatchException.class);
    Files.write(served.resolve(FILE), bytes);
    Files.setLastModifiedTime(served.resolve(FILE), FileTime.from(Instant.EPOCH.plusSeconds(9)));
    assertThat(fetch()).hasBinaryContent(bytes);
  }

  @Test
  void aClearedQuarantineIsForgotten() throws IOException {
    Files.write(served.resolve(FILE), random(SIZE, 2));
    assertThatThrownBy(this::fetch).isInstanceOf(MismatchException.class);
    cache.clearQuarantine();
    assertThat(cache.quarantine()).isEmpty();
    assertThatThrownBy(this::fetch).hasMessageStartingWith("'far:a.npy' has the MD5 ");
  }

  @Test
  void aFileOfAnotherSizeIsNotEvenFetched() throws IOException {
    Files.write(served.resolve(FILE), new byte[SIZE - 1]);
    assertThatThrownBy(this::fetch).hasMessage("'far:a.npy' has 999999 bytes, not 1000000.");
    assertThat(store.opened).isEmpty();
  }

  @Test
  void theNextOriginIsTriedAndAllAreNamedIfNoneHasIt() throws Exception {
    Files.write(served.resolve("other.npy"), random(SIZE, 2));
    List<Origin> some = List.of(origin("gone.npy"), origin("other.npy"), origin(FILE));
    assertThat(cache.fetch(key, some, n -> {})).hasBinaryContent(bytes);
    ContentKey nowhere = new ContentKey(key.md5().replace('a', 'b').replace('1', '2'), SIZE);
    assertThatThrownBy(() -> cache.fetch(nowhere, some, n -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("None of 3 places has the content. 'far:gone.npy' is not there")
        .hasMessageContaining("'far:other.npy' has the MD5")
        .hasMessageContaining("'far:a.npy' has the MD5");
  }

  @Test
  void aCopyThatSomebodyChangedIsFetchedAgain() throws IOException {
    Path content = fetch();
    Files.write(content, random(SIZE, 2));
    Files.setLastModifiedTime(content, FileTime.from(Instant.EPOCH.plusSeconds(9)));
    assertThat(cache.find(key)).isEmpty();
    assertThat(fetch()).hasBinaryContent(bytes);
    assertThat(store.opened).containsExactly(0L, 0L);
  }

  @Test
  void aCopyWithAnotherTimeIsHashedOnceAndNotFetched() throws IOException {
    Path content = fetch();
    Files.setLastModifiedTime(content, FileTime.from(Instant.EPOCH.plusSeconds(9)));
    assertThat(fetch()).isEqualTo(content);
    assertThat(cache.find(key)).hasValue(content);
    assertThat(store.opened).hasSize(1);
  }

  @Test
  void whatWasNotUsedForTheLongestTimeMakesRoom() throws Exception {
    cache = new DownloadCache(folder, 5 * SIZE);
    List<ContentKey> keys = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      ContentKey one = serve("f" + i, random(SIZE, 10 + i));
      keys.add(one);
      Path content = cache.fetch(one, List.of(origin("f" + i)), n -> {});
      Path seal = content.resolveSibling(one + Slot.SEAL);
      if (Files.exists(seal)) {
        // The third is the one of old.
        long used = i == 2 ? 1000 : 100_000 + i;
        Files.setLastModifiedTime(seal, FileTime.fromMillis(used * 1000));
      }
    }
    assertThat(cache.size().bytes()).isLessThanOrEqualTo(5 * SIZE);
    assertThat(cache.find(keys.get(2))).isEmpty();
    assertThat(cache.find(keys.get(0))).isEmpty();
    assertThat(cache.find(keys.get(5))).isPresent();
    assertThat(cache.find(keys.get(4))).isPresent();
  }

  @Test
  void manyThreadsFetchOneContentOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Path>> all = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      all.add(threads.submit(this::fetch));
    }
    for (Future<Path> one : all) {
      assertThat(one.get()).hasBinaryContent(bytes);
    }
    threads.shutdown();
    assertThat(store.opened).hasSize(1);
    assertThat(progress).hasValue(16L * SIZE);
  }

  @Test
  void manyProcessesFetchOneContentOnce() throws Exception {
    List<Path> answers = new ArrayList<>();
    List<Process> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Path answer = temporary.resolve("answer" + i);
      answers.add(answer);
      all.add(OtherProcess.start(
          answer, folder.toString(), served.toString(), key.md5(), String.valueOf(SIZE)));
    }
    int opened = 0;
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i).waitFor(60, TimeUnit.SECONDS)).isTrue();
      String[] answer = Files.readString(answers.get(i)).split(" ", -1);
      opened += Integer.parseInt(answer[0]);
      assertThat(answer[1]).isEqualTo(String.valueOf(SIZE));
    }
    assertThat(opened).isEqualTo(1);
  }

  @Test
  void anInterruptedThreadIsCancelledAndKeepsWhatCame() throws IOException {
    Thread.currentThread().interrupt();
    assertThatThrownBy(this::fetch).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(fetch()).hasBinaryContent(bytes);
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Files.writeString(folder, "a file");
    assertThatThrownBy(this::fetch)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("The cache in '" + folder + "' cannot be written");
  }

  @Test
  void aPartThatVanishesIsNoFaultOfItsOrigin() throws IOException {
    AtomicLong blocks = new AtomicLong();
    Path content = cache.fetch(key, List.of(origin(FILE)), count -> {
      if (blocks.getAndIncrement() == 1) {
        deletePart();
      }
    });
    assertThat(content).hasBinaryContent(bytes);
    assertThat(cache.quarantine()).isEmpty();
    assertThat(store.opened).containsExactly(0L, 0L);
  }

  private void deletePart() {
    try {
      Files.delete(part());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whereAllHaveOtherBytesTheTroubleIsAMismatch() throws Exception {
    Files.write(served.resolve("other.npy"), random(SIZE, 2));
    Files.write(served.resolve(FILE), random(SIZE, 3));
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(
              () -> cache.fetch(key, List.of(origin("other.npy"), origin(FILE)), n -> {}))
          .isInstanceOf(MismatchException.class)
          .hasMessageStartingWith("None of 2 places has the content. 'far:other.npy' has the MD5")
          .hasMessageContaining("'far:a.npy' has the MD5");
    }
  }

  @Test
  void aFileIsFoundByTheNextOfItsNames() throws Exception {
    Files.move(served.resolve(FILE), served.resolve("b.npy"));
    Location place = new Location("far", new StorePath(FILE));
    List<StorePath> names = List.of(place.path(), new StorePath("b.npy"));
    List<Origin> both = List.of(new Origin(place, names, () -> store));
    assertThat(cache.fetch(key, both, n -> {})).hasBinaryContent(bytes);
  }
}
