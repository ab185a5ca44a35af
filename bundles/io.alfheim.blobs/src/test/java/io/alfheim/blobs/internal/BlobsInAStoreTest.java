/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.blobs.BlobException;
import io.alfheim.blobs.DamagedBlobException;
import io.alfheim.blobs.MissingBlobException;
import io.alfheim.blobs.SectionConfig;
import io.alfheim.blobs.Stored;
import io.alfheim.blobs.mym.Mym;
import io.alfheim.blobs.mym.MymException;
import io.alfheim.data.DType;
import io.alfheim.data.NDArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values, stored once, and never handed out when they are damaged. */
class BlobsInAStoreTest {
  private static final NDArray VALUE = NDArray.of(1.0, 2.0);
  private static final String PATH = "lab_ephys/1b/7d/1b7d463ae54a6e3f293f625be4d59385";

  @TempDir
  private Path folder;

  private Lab lab;
  private StoreSection section;

  @BeforeEach
  void makeSection() {
    lab = new Lab(folder);
    section = lab.section();
  }

  @Test
  void aValueLiesWhereItsHashSaysAndComesBack() throws IOException {
    Stored stored = section.put(VALUE);
    assertThat(lab.files()).containsExactly(PATH);
    assertThat(stored.size()).isEqualTo(45);
    assertThat(section.get(stored)).isEqualTo(VALUE);
    assertThat(section.locate(stored)).hasToString("disk:" + PATH);
  }

  @Test
  void nothingIsAValueToo() {
    assertThat(section.get(section.put(null))).isNull();
  }

  @Test
  void theSameValueIsStoredOnce() throws IOException {
    section.put(VALUE);
    Object key = key(lab.store().resolve(PATH));
    section.put(VALUE);
    assertThat(lab.files()).hasSize(1);
    assertThat(key(lab.store().resolve(PATH))).isEqualTo(key);
  }

  private static Object key(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  @Test
  void anUncompressedSectionKeepsValuesAsTheyAreAndBothKindsAreRead() {
    NDArray zeros = NDArray.zeros(DType.FLOAT64, 1000);
    StoreSection plain = lab.section(section.config().uncompressed());
    Stored asIs = plain.put(zeros);
    Stored compressed = section.put(zeros);
    assertThat(plain.bytes(asIs)).isEqualTo(Mym.packPlain(zeros)).hasSizeGreaterThan(8000);
    assertThat(section.bytes(compressed)).isEqualTo(Mym.pack(zeros)).hasSizeLessThan(200);
    assertThat(plain.getAll(List.of(asIs, compressed))).containsExactly(zeros, zeros);
    assertThat(section.get(asIs)).isEqualTo(zeros);
  }

  @Test
  void theBytesAreHandedOutToo() throws IOException {
    Stored stored = section.put(VALUE);
    assertThat(section.bytes(stored)).isEqualTo(Mym.pack(VALUE));
    Files.write(lab.store().resolve(PATH), new byte[45]);
    assertThatThrownBy(() -> section.bytes(stored)).isInstanceOf(DamagedBlobException.class);
    byte[] narrow = {
      'm', 'Y', 'm', 0, 'A', 2, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 7
    };
    Stored old = Stored.blob("local", Md5.of(narrow), narrow.length);
    Path file = lab.store().resolve(section.locate(old).path().value());
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, narrow);
    assertThat(Mym.unpackNarrow(section.bytes(old))).isInstanceOf(NDArray.class);
  }

  @Test
  void damageIsNotHandedOutAndPuttingAgainRepairsIt() throws IOException {
    Stored stored = section.put(VALUE);
    Path file = lab.store().resolve(PATH);
    byte[] damaged = Files.readAllBytes(file);
    damaged[40] ^= 1;
    Files.write(file, damaged);
    assertThatThrownBy(() -> section.get(stored))
        .isInstanceOf(DamagedBlobException.class)
        .hasMessageContaining(PATH)
        .hasMessageContaining("'disk'");
    section.put(VALUE);
    assertThat(section.get(stored)).isEqualTo(VALUE);
  }

  @Test
  void aBlobThatIsCutOffIsDamagedToo() throws IOException {
    Stored stored = section.put(VALUE);
    Files.write(lab.store().resolve(PATH), new byte[3]);
    assertThatThrownBy(() -> section.get(stored)).isInstanceOf(DamagedBlobException.class);
  }

  @Test
  void whatIsGoneIsMissingByName() throws IOException {
    Stored stored = section.put(VALUE);
    Files.delete(lab.store().resolve(PATH));
    assertThatThrownBy(() -> section.get(stored))
        .isInstanceOf(MissingBlobException.class)
        .hasMessageContaining(PATH);
  }

  @Test
  void aBlobOfTheOldLayoutIsReadWhereItLies() throws IOException {
    byte[] packed = Mym.pack(VALUE);
    String old = "lab_ephys/Zm9vYmFyYmF6";
    Files.createDirectories(lab.store().resolve("lab_ephys"));
    Files.write(lab.store().resolve(old), packed);
    Stored migrated = Stored.migrated("local", Md5.of(old), packed.length, old, Md5.of(packed));
    assertThat(section.get(migrated)).isEqualTo(VALUE);
    assertThat(section.locate(migrated)).hasToString("disk:" + old);
    assertThat(section.find(migrated)).contains(section.locate(migrated));
    Files.write(lab.store().resolve(old), new byte[packed.length]);
    assertThatThrownBy(() -> section.get(migrated))
        .isInstanceOfSatisfying(DamagedBlobException.class, e -> {
          assertThat(e).hasMessageStartingWith("'" + old + "' in store 'disk'");
          assertThat(e.hint()).contains("'" + Md5.of(packed) + "', it is whole again");
        });
    section.put(VALUE);
    assertThat(section.get(migrated)).as("as the hint says").isEqualTo(VALUE);
    assertThat(section.layout().places(migrated)).as("a cleanup keeps it").hasSize(3);
  }

  @Test
  void whereValuesAreCompressedNoMoreTheHintSaysWhatHelps() throws IOException {
    NDArray zeros = NDArray.zeros(DType.FLOAT64, 1000);
    Stored stored = section.put(zeros);
    Path file = lab.store().resolve(section.locate(stored).path().value());
    Files.write(file, new byte[3]);
    Stored other = lab.section(section.config().uncompressed()).put(zeros);
    assertThat(other.hash()).isNotEqualTo(stored.hash());
    assertThatThrownBy(() -> section.get(stored))
        .isInstanceOfSatisfying(
            DamagedBlobException.class,
            e -> assertThat(e.hint())
                .isEqualTo("Put the same value again: if that gives the hash '" + stored.hash()
                    + "', it is whole again; else hang what it gives. Or restore the file from a"
                    + " copy."));
    assertThat(section.get(other)).isEqualTo(zeros);
  }

  @Test
  void aPathOfTheOldLayoutCannotLeaveTheStore() {
    Stored hostile = Stored.migrated("local", Md5.of("x"), 1, "../../etc/passwd", Md5.of("x"));
    assertThatThrownBy(() -> section.get(hostile)).isInstanceOf(BlobException.class);
  }

  @Test
  void aReadOnlyStoreSaysSo() {
    StoreSection readOnly = new StoreSection(
        SectionConfig.of("local", "disk"),
        name -> lab.open(name, Map.of("readOnly", "true")),
        BlobCache.NONE);
    assertThatThrownBy(() -> readOnly.put(1))
        .isInstanceOf(BlobException.class)
        .hasMessage("Nothing can be put into section 'local': its store 'disk' is read-only.");
  }

  @Test
  void anotherSectionsBlobIsNotLookedFor() {
    Stored elsewhere = Stored.blob("shared", Md5.of("x"), 1);
    assertThatThrownBy(() -> section.get(elsewhere))
        .hasMessageContaining("is not in section 'local'");
  }

  @Test
  void manyValuesArePutTogetherAndComeBackInTheirOrder() throws IOException {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      values.add(i % 10 == 9 ? null : "value " + i % 30);
    }
    List<Stored> stored = section.putAll(values);
    assertThat(section.getAll(stored)).isEqualTo(values);
    assertThat(stored.get(39)).isEqualTo(section.put(null));
    assertThat(lab.files()).hasSize(28);
    assertThat(section.putAll(List.of())).isEmpty();
    assertThat(section.getAll(List.of())).isEmpty();
  }

  @Test
  void aValueAmongManyThatCannotBePackedIsNamedAndNothingIsHalfWritten() {
    List<Object> values = new ArrayList<>(List.of("a", "b", Thread.currentThread(), "c"));
    assertThatThrownBy(() -> section.putAll(values))
        .isInstanceOf(MymException.class)
        .hasMessageContaining("Thread");
    values.remove(2);
    assertThat(section.getAll(section.putAll(values))).isEqualTo(values);
  }

  @Test
  void oneThatIsMissingOrDamagedAmongManyIsNamed() throws IOException {
    List<Stored> stored = section.putAll(List.of(VALUE, 1, 2));
    Files.write(lab.store().resolve(PATH), new byte[3]);
    assertThatThrownBy(() -> section.getAll(stored))
        .isInstanceOf(DamagedBlobException.class)
        .hasMessageContaining(PATH);
    Files.delete(lab.store().resolve(PATH));
    assertThatThrownBy(() -> section.getAll(stored)).isInstanceOf(MissingBlobException.class);
    assertThat(section.getAll(section.putAll(List.of(VALUE)))).containsExactly(VALUE);
  }

  @Test
  void whoIsInterruptedWhileManyAreStoredGetsNothing() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> section.putAll(List.of(1, 2, 3)))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(section.getAll(section.putAll(List.of(1, 2, 3)))).containsExactly(1L, 2L, 3L);
  }

  @Test
  void manyMayPutTheSameAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Stored>> puts = IntStream.range(0, 32)
          .<Callable<Stored>>mapToObj(i -> () -> section.put("value " + i % 4))
          .toList();
      for (Future<Stored> put : threads.invokeAll(puts)) {
        assertThat(section.get(put.get())).asString().startsWith("value ");
      }
    } finally {
      threads.shutdown();
    }
    assertThat(lab.files()).hasSize(4);
  }
}
