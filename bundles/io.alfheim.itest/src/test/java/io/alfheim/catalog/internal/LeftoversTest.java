/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.data.NDArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What killed programs leave behind goes, and what others are writing stays. */
class LeftoversTest {
  private static final String A = "KS014/2020-01-01/001";
  private static final String RANDOM = "-2f0c7a54-0d5a-4f5e-9c55-1f5f0b7a9a11";

  @TempDir
  Path temporary;

  private Path home;
  private Path data;
  private HomeCatalog catalog;
  private final List<Path> old = new ArrayList<>();
  private final List<Path> fresh = new ArrayList<>();

  @BeforeEach
  void scan() throws IOException {
    home = temporary.resolve("home");
    data = temporary.resolve("data");
    RealParts.npy(data.resolve(A).resolve("alf/spikes.times.npy"), 1);
    catalog = RealParts.catalog(home);
    catalog.scan(data);
    catalog.close();
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
  }

  private void leave(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    old.add(Files.writeString(file, "half"));
  }

  private void age(Path path) throws IOException {
    Instant then = Instant.now().minus(Duration.ofHours(25));
    Files.setLastModifiedTime(path, FileTime.from(then));
  }

  @Test
  void whatIsOldAndUnfinishedGoesWhenTheHomeIsOpened() throws IOException {
    leave(home.resolve("record.git." + RANDOM.substring(1)).resolve("config"));
    leave(home.resolve("index/at/new" + RANDOM).resolve("segments_1"));
    leave(home.resolve("etc/store123.new"));
    leave(home.resolve("cache/fingerprints/data/prints123.new"));
    age(home.resolve("record.git." + RANDOM.substring(1)));
    age(home.resolve("index/at/new" + RANDOM));
    age(home.resolve("etc/store123.new"));
    age(home.resolve("cache/fingerprints/data/prints123.new"));
    fresh.add(Files.writeString(home.resolve("etc/store124.new"), "half"));
    fresh.add(Files.writeString(home.resolve("cache/fingerprints/data/prints124.new"), "half"));
    fresh.add(home.resolve("etc/io.alfheim.store-data.cfg"));
    age(fresh.get(2));

    assertThat(catalog.search().count()).isEqualTo(1);

    assertThat(old).allSatisfy(file -> assertThat(file).doesNotExist());
    assertThat(home.resolve("record.git." + RANDOM.substring(1))).doesNotExist();
    assertThat(home.resolve("index/at/new" + RANDOM)).doesNotExist();
    assertThat(fresh).allSatisfy(file -> assertThat(file).exists());
    assertThat(home.resolve("record.git")).isDirectory();
  }

  @Test
  void filesThatWereBeingWrittenIntoAStoreGoWithTheNextThatIsWrittenThere() throws IOException {
    Path folder = data.resolve(A).resolve("alf");
    Path left = Files.writeString(folder.resolve(".alfheim-0123456789abcdef"), "half");
    Path young = Files.writeString(folder.resolve(".alfheim-0123456789abcdee"), "half");
    age(left);

    catalog.session(A).put("alf/spikes.amps.npy", NDArray.of(1.0));

    assertThat(left).doesNotExist();
    assertThat(young).exists();
  }
}
