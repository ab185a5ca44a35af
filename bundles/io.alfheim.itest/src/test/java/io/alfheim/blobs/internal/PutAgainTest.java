/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.blobs.Section;
import io.alfheim.blobs.Stored;
import io.alfheim.catalog.internal.SmallDisk;
import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.WritableStore;
import io.alfheim.store.vfs.VfsStoreProvider;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.commons.vfs2.provider.FileProvider;
import org.apache.commons.vfs2.provider.local.DefaultLocalFileProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is put again and is whole stays whole, and is new again where that is possible. */
class PutAgainTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  @TempDir
  private Path folder;

  private HomeWithBlobs home;
  private Section local;

  @BeforeEach
  void aHome() throws IOException {
    home = HomeWithBlobs.in(folder);
    local = home.blobs().section("local");
  }

  @AfterEach
  void close() throws IOException {
    home.close();
  }

  /** Long ago, in a section that was used long before. */
  private Stored putLongAgo(String value) throws IOException {
    Stored stored = local.put(value);
    Files.setLastModifiedTime(object(stored), LONG_AGO);
    try (Stream<Path> marks = Files.list(home.objects().resolve("local/.homes"))) {
      for (Path mark : marks.toList()) {
        Files.setLastModifiedTime(mark, FileTime.from(Instant.parse("2019-01-01T00:00:00Z")));
      }
    }
    return stored;
  }

  private Path object(Stored stored) {
    return home.objects().resolve(local.locate(stored).path().value());
  }

  private Object identity(Stored stored) throws IOException {
    return Files.readAttributes(object(stored), BasicFileAttributes.class).fileKey();
  }

  private StoreSection section(Store store) {
    return new StoreSection(local.config(), name -> store, BlobCache.NONE);
  }

  private MeddledStore far() throws IOException {
    MeddledStore far = new MeddledStore((WritableStore) home.catalog().record().store(home.disk()));
    far.far(true);
    return far;
  }

  /** Local files, in a store that can replace one only by taking the old one away first. */
  private Store throughVfs() throws IOException {
    VfsStoreProvider provider = new VfsStoreProvider() {
      @Override
      protected FileProvider fileProvider(StoreConfig config) {
        return new DefaultLocalFileProvider();
      }
    };
    return provider.open(new StoreConfig("vfs", home.objects().toUri(), Map.of()));
  }

  @Test
  void whereAFileIsAbsentWhileItIsReplacedOneThatIsWholeIsLeftAlone() throws IOException {
    Stored value = putLongAgo("a value");
    Object before = identity(value);
    try (Store store = throughVfs()) {
      StoreSection section = section(store);
      assertThat(section.put("a value")).isEqualTo(value);
      assertThat(identity(value)).isEqualTo(before);
      Files.writeString(object(value), "damaged");
      section.put("a value");
      assertThat(section.get(value)).as("what is damaged is replaced").isEqualTo("a value");
    }
  }

  @Test
  void whatCannotBeMadeNewIsThereAllTheSame() throws IOException {
    Stored value = putLongAgo("a value");
    MeddledStore far = far();
    far.beforeReplace(path -> {
      throw new FileSystemException(path.value(), null, "Operation not permitted");
    });
    assertThat(section(far).put("a value")).isEqualTo(value);
    assertThat(local.get(value)).isEqualTo("a value");
  }

  @Test
  void whatWasPutAsideAtThatMomentIsPutAgain() throws IOException {
    Stored value = putLongAgo("a value");
    MeddledStore far = far();
    far.beforeReplace(path -> {
      Files.deleteIfExists(object(value));
      throw new NoSuchFileException(path.value());
    });
    section(far).put("a value");
    assertThat(object(value)).exists();
  }

  @Test
  void aSourceThatIsGoneMeanwhileIsNotMissed() throws IOException {
    byte[] bytes = "attached".getBytes(UTF_8);
    Path file = Files.write(folder.resolve("a.txt"), bytes);
    Stored stored = local.attach(file);
    putLongAgo("a value");
    Files.setLastModifiedTime(object(stored), LONG_AGO);
    ObjectShelf shelf = section(far()).shelf();
    Files.delete(file);
    shelf.keep(shelf.layout().path(stored), Fingerprint.of(stored), out -> Files.copy(file, out));
    assertThat(object(stored)).hasBinaryContent(bytes);
    Files.delete(object(stored));
    assertThatThrownBy(() -> shelf.keep(
            shelf.layout().path(stored), Fingerprint.of(stored), out -> Files.copy(file, out)))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("a.txt");
  }

  @Test
  void anInterruptionIsPassedOn() throws IOException {
    putLongAgo("a value");
    MeddledStore far = far();
    far.beforeReplace(path -> {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted.");
    });
    assertThatThrownBy(() -> section(far).put("a value")).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void onADiskThatCanOnlyBeReadWhatIsThereIsThere() throws IOException {
    home.close();
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("read-only/objects"), "400k")) {
      home = HomeWithBlobs.in(folder.resolve("read-only"));
      local = home.blobs().section("local");
      Stored value = putLongAgo("a value");
      disk.forbidWriting();
      assertThat(local.put("a value")).isEqualTo(value);
      assertThatThrownBy(() -> local.put("another one")).hasMessageContaining("Read-only");
    }
  }

  @Test
  void whoseClockIsBehindMakesNothingOlder() throws IOException {
    Stored value = putLongAgo("a value");
    FileTime ahead =
        FileTime.from(Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS));
    Files.setLastModifiedTime(object(value), ahead);
    assertThat(local.put("a value")).isEqualTo(value);
    assertThat(Files.getLastModifiedTime(object(value))).isEqualTo(ahead);
  }
}
