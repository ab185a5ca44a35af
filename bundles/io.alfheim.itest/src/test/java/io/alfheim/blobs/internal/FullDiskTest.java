/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.alf.SessionKey;
import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.Cleanup;
import io.alfheim.blobs.CleanupReport;
import io.alfheim.blobs.Kept;
import io.alfheim.blobs.Section;
import io.alfheim.blobs.Stored;
import io.alfheim.blobs.Target;
import io.alfheim.catalog.internal.SmallDisk;
import io.alfheim.store.StoreEntry;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that fill up while something is put, fetched or cleaned up. */
class FullDiskTest {
  private static final Target SESSION = Target.of(SessionKey.parse(HomeWithBlobs.SESSION));

  @TempDir
  private Path folder;

  private SmallDisk disk;
  private HomeWithBlobs home;
  private Section local;

  @BeforeEach
  void aSectionOnADiskOfItsOwn() throws IOException {
    disk = SmallDisk.mount(folder.resolve("objects"), "400k");
    home = HomeWithBlobs.in(folder);
    local = home.blobs().section("local");
  }

  @AfterEach
  void unmount() throws IOException {
    if (home != null) {
      home.close();
    }
    if (disk != null) {
      disk.close();
    }
  }

  /** Bytes that no compression makes fewer. */
  private static byte[] noise(int seed, int size) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static List<byte[]> noises(int count) {
    List<byte[]> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(noise(i, 50_000));
    }
    return all;
  }

  private void fill() throws IOException {
    Path filler = folder.resolve("objects/filler");
    assertThatThrownBy(() -> Files.write(filler, new byte[1 << 20]))
        .hasMessageContaining("No space left");
  }

  private void free() throws IOException {
    Files.delete(folder.resolve("objects/filler"));
  }

  private static List<Path> all(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void aPutThatFillsTheDiskLeavesNothingAndWorksWhenThereIsRoom() throws IOException {
    Stored before = local.put("before");
    fill();
    List<String> files = home.files();
    byte[] large = noise(1, 50_000);
    assertThatThrownBy(() -> local.put(large)).isInstanceOfSatisfying(BlobException.class, e -> {
      assertThat(e)
          .hasMessageStartingWith("Nothing can be put into section 'local': ")
          .hasMessageContaining("No space left");
      assertThat(e.hint()).startsWith("Free some room");
    });
    Path file = Files.write(folder.resolve("file.bin"), large);
    assertThatThrownBy(() -> local.attach(file)).hasMessageContaining("No space left");
    assertThat(home.files()).isEqualTo(files);
    assertThat(local.get(before)).isEqualTo("before");
    free();
    assertThat(local.get(local.put(large))).isEqualTo(large);
  }

  @Test
  void manyPutTogetherAreWholeOrNotThere() throws IOException {
    List<byte[]> values = noises(20);
    assertThatThrownBy(() -> local.putAll(values))
        .isInstanceOf(BlobException.class)
        .hasMessageContaining("No space left");
    List<String> files = home.files();
    assertThat(files).isNotEmpty().hasSizeLessThan(10);
    for (String file : files) {
      assertThat(Files.size(folder.resolve("objects").resolve(file))).isEqualTo(50_013);
    }
    List<byte[]> few = values.subList(0, 3);
    for (String file : files) {
      Files.delete(folder.resolve("objects").resolve(file));
    }
    assertThat(local.getAll(local.putAll(few))).usingRecursiveComparison().isEqualTo(few);
  }

  @Test
  void aDownloadThatFillsTheDiskLeavesNothing() throws IOException {
    byte[] large = noise(1, 200_000);
    Stored stored = local.attach(Files.write(folder.resolve("file.bin"), large));
    Path downloads = folder.resolve("downloads");
    try (SmallDisk small = SmallDisk.mount(downloads, "100k")) {
      assertThatThrownBy(() -> local.fetch(stored, small.path()))
          .isInstanceOfSatisfying(BlobException.class, e -> {
            assertThat(e)
                .hasMessageContaining("'" + downloads + "' cannot be written: No space left");
            assertThat(e.hint()).startsWith("Free some room");
          });
      assertThat(all(downloads)).isEmpty();
    }
    assertThat(local.fetch(stored, downloads)).hasBinaryContent(large);
  }

  @Test
  void whatCannotBePutAsideForWantOfRoomStaysWhereItIs() throws IOException {
    Stored unused = local.put(noise(1, 50_000));
    home.blobs().hang(SESSION, "unused", unused);
    home.blobs().remove(SESSION, "unused");
    fill();
    List<String> files = home.files();
    Cleanup cleanup = home.blobs().cleanup("local").keeping(Kept.NOW_AND_TAGS);
    CleanupReport report = cleanup.quarantine();
    assertThat(report.moved()).isEqualTo(Cleanup.Tally.NONE);
    assertThat(report.errors()).singleElement().satisfies(error -> {
      assertThat(error.path()).isEqualTo(local.locate(unused).path().value());
      assertThat(error.message()).contains("No space left");
    });
    assertThat(cleanup.errors()).isEqualTo(report.errors());
    assertThat(home.files()).isEqualTo(files);
    assertThat(local.get(unused)).isEqualTo(noise(1, 50_000));
    free();
    assertThat(cleanup.quarantine().moved().objects()).isEqualTo(1);
    assertThat(cleanup.errors()).isEmpty();
  }

  @Test
  void whatCannotBeTakenBackForWantOfRoomWaitsOn() throws IOException {
    Stored unused = local.put(noise(1, 50_000));
    home.blobs().hang(SESSION, "unused", unused);
    home.blobs().remove(SESSION, "unused");
    Cleanup cleanup = home.blobs().cleanup("local").keeping(Kept.NOW_AND_TAGS);
    cleanup.quarantine();
    fill();
    assertThat(cleanup.undo().errors()).hasSize(1);
    assertThat(local.get(unused)).isEqualTo(noise(1, 50_000));
    assertThat(cleanup.grace(Duration.ZERO).purge().deleted().objects())
        .as("deleting needs no room")
        .isEqualTo(1);
  }

  @Test
  void aFullTemporaryFolderEndsTheCleanupAndIsLeftEmpty() throws IOException {
    Path temporary = Files.createDirectory(folder.resolve("objects/temporary"));
    fill();
    Spool spool = new Spool(temporary);
    assertThatThrownBy(() -> {
          try (spool) {
            for (int i = 0; i < 100_000; i++) {
              spool.find(StoreEntry.file(new StorePath("lab/" + i), i, 7));
            }
          }
        })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No space left");
    assertThat(temporary).doesNotExist();
  }
}
