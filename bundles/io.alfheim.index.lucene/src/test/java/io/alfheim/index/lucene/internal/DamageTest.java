/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.index.lucene.internal;

import static io.alfheim.index.lucene.internal.Indexed.A;
import static io.alfheim.index.lucene.internal.Indexed.B;
import static io.alfheim.index.lucene.internal.Indexed.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.catalog.spi.CatalogIndex;
import io.alfheim.catalog.spi.CommitId;
import io.alfheim.catalog.spi.SessionQuery;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {
  private static final ASession ONE = ASession.of("one", "2020-01-01", 1).has("a.b.npy");
  private static final ASession TWO = ASession.of("two", "2020-01-01", 1).has("a.b.npy");

  @TempDir
  Path directory;

  private interface Damage {
    void to(Path file) throws IOException;
  }

  @Test
  void aMissingFileMakesTheIndexEmpty() throws IOException {
    assertEachFileMatters(Files::delete);
  }

  @Test
  void anEmptyFileMakesTheIndexEmpty() throws IOException {
    assertEachFileMatters(file -> Files.write(file, new byte[0]));
  }

  @Test
  void aTruncatedFileMakesTheIndexEmpty() throws IOException {
    assertEachFileMatters(file -> {
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    });
  }

  @Test
  void aChangedByteMakesTheIndexEmpty() throws IOException {
    assertEachFileMatters(file -> {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 0x10;
      Files.write(file, bytes);
    });
  }

  @Test
  void anIndexOfAnotherFormatIsEmptyAndReplaced() throws IOException {
    try (Directory lucene = FSDirectory.open(directory);
        IndexWriter writer = new IndexWriter(lucene, new IndexWriterConfig())) {
      writer.setLiveCommitData(Map.of("format", "0", "commit", "aaaa").entrySet());
      writer.commit();
    }
    assertEmptyAndRepairable(directory);
  }

  @Test
  void anIndexThatIsNotOursIsEmptyAndReplaced() throws IOException {
    try (Directory lucene = FSDirectory.open(directory);
        IndexWriter writer = new IndexWriter(lucene, new IndexWriterConfig())) {
      writer.commit();
    }
    assertEmptyAndRepairable(directory);
  }

  @Test
  void damageDoneWhileTheIndexIsOpenIsSeenAtTheNextCommitFile() throws IOException {
    try (CatalogIndex index = Indexed.of(directory, ONE)) {
      assertThat(index.commit()).isEqualTo(A);
      Files.write(aFile(directory, "segments_"), new byte[10]);
      assertThat(index.commit()).isEqualTo(CommitId.NONE);
      assertThat(index.update(CommitId.NONE, B, ASession.putting(TWO))).isTrue();
      assertThat(keys(index, SessionQuery.ALL)).containsExactly("two/2020-01-01/001");
    }
  }

  @Test
  void anUpdateThatMeetsAMissingFileLeavesAnEmptyIndexToBeFilled() throws IOException {
    assertUpdatesAfter(Files::delete);
  }

  @Test
  void anUpdateThatMeetsATruncatedFileLeavesAnEmptyIndexToBeFilled() throws IOException {
    assertUpdatesAfter(file -> truncate(file, 0));
  }

  /** The writer reads each of these files when it replaces a session. */
  private void assertUpdatesAfter(Damage damage) throws IOException {
    for (String part : List.of(".si", ".cfs", ".cfe")) {
      Path own = Files.createDirectory(directory.resolve("damaged" + part));
      try (CatalogIndex index = Indexed.of(own, ONE)) {
        assertThat(index.commit()).isEqualTo(A);
        damage.to(aFile(own, part));
        assertThat(index.update(A, B, ASession.putting(TWO))).as(part).isFalse();
        assertThat(index.commit()).isEqualTo(CommitId.NONE);
        assertThat(index.update(CommitId.NONE, B, ASession.putting(ONE, TWO))).isTrue();
        assertThat(keys(index, SessionQuery.ALL)).hasSize(2);
      }
    }
  }

  @Test
  void anIndexIsMadeAnewOverDamagedFilesThatAreOpen() throws IOException {
    try (CatalogIndex index = Indexed.of(directory, ONE)) {
      assertThat(index.commit()).isEqualTo(A);
      Files.delete(aFile(directory, ".si"));
      assertThat(index.update(CommitId.NONE, B, ASession.putting(TWO))).isTrue();
      assertThat(keys(index, SessionQuery.ALL)).containsExactly("two/2020-01-01/001");
    }
  }

  @Test
  void changesThatFailAreNotTakenForDamage() throws IOException {
    int[] asked = {0};
    try (CatalogIndex index = Indexed.of(directory, ONE)) {
      assertThatThrownBy(() -> index.update(A, B, visitor -> {
            asked[0]++;
            throw new IOException("no record");
          }))
          .hasMessage("no record");
      assertThat(asked[0]).isEqualTo(1);
      assertThat(index.commit()).isEqualTo(A);
      assertThat(keys(index, SessionQuery.ALL)).hasSize(1);
    }
  }

  @Test
  void aDirectoryThatCannotBeMadeIsReplacedByTemporarySpace() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "not a directory");
    Path temporary;
    try (IndexFolder folder = IndexFolder.at(file.resolve("index"))) {
      temporary = folder.path();
      assertThat(temporary).exists();
    }
    assertThat(temporary).doesNotExist();
    try (CatalogIndex index = Indexed.of(file.resolve("index"), ONE)) {
      assertThat(index.commit()).isEqualTo(A);
      assertThat(keys(index, SessionQuery.ALL)).hasSize(1);
    }
    assertThat(file).isRegularFile();
  }

  @Test
  void anIndexThatCannotBeWrittenIsWorkedOnAsACopy() throws IOException {
    Indexed.of(directory, ONE).close();
    try (CatalogIndex index =
        new LuceneIndex(IndexFolder.copyOf(directory), Duration.ofSeconds(1))) {
      assertThat(index.update(A, B, ASession.putting(TWO))).isTrue();
      assertThat(keys(index, SessionQuery.ALL)).hasSize(2);
    }
    try (CatalogIndex original = Indexed.open(directory)) {
      assertThat(original.commit()).isEqualTo(A);
    }
  }

  /** Two segments, one of them with a deletion, and every kind of file by itself. */
  private void assertEachFileMatters(Damage damage) throws IOException {
    Path sound = directory.resolve("sound");
    Indexed.of(sound, ONE, TWO).close();
    spread(sound);
    try (CatalogIndex index = Indexed.open(sound)) {
      index.update(A, B, ASession.removing(TWO));
      assertThat(index.commit()).isEqualTo(B);
    }
    List<Path> files =
        files(sound).stream().filter(file -> !file.toString().endsWith(".lock")).toList();
    assertThat(files).hasSizeGreaterThan(10);
    for (Path file : files) {
      Path copy = Files.createDirectory(directory.resolve("without " + file.getFileName()));
      for (Path each : files) {
        Files.copy(each, copy.resolve(each.getFileName()));
      }
      damage.to(copy.resolve(file.getFileName()));
      assertEmptyAndRepairable(copy);
    }
  }

  /** Writes the same documents without compound files. */
  private static void spread(Path index) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig().setUseCompoundFile(false);
    config.getMergePolicy().setNoCFSRatio(0);
    try (Directory lucene = FSDirectory.open(index);
        IndexWriter writer = new IndexWriter(lucene, config)) {
      writer.addDocument(
          SessionDocument.of(ASession.of("three", "2020-01-01", 1).entry()));
      writer.commit();
      writer.forceMerge(1);
      writer.commit();
    }
  }

  private static void assertEmptyAndRepairable(Path damaged) throws IOException {
    try (CatalogIndex index = Indexed.open(damaged)) {
      assertThat(index.commit()).as(damaged.toString()).isEqualTo(CommitId.NONE);
      assertThat(keys(index, SessionQuery.ALL)).isEmpty();
      assertThat(index.update(A, B, ASession.putting(ONE))).isFalse();
      assertThat(index.update(CommitId.NONE, A, ASession.putting(ONE))).isTrue();
      assertThat(keys(index, SessionQuery.ALL)).hasSize(1);
    }
    try (CatalogIndex repaired = Indexed.open(damaged)) {
      assertThat(repaired.commit()).isEqualTo(A);
    }
  }

  private static void truncate(Path file, long length) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
    }
  }

  private static Path aFile(Path directory, String part) throws IOException {
    return files(directory).stream()
        .filter(file -> String.valueOf(file.getFileName()).contains(part))
        .findFirst()
        .orElseThrow();
  }

  private static List<Path> files(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
