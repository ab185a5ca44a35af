/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.data.Column;
import io.alfheim.data.Table;
import io.alfheim.testkit.MemorySource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;

class HostileParquetTest {
  private static final byte[] TYPES = Fixture.bytes("types.pqt");
  private static final byte[] NESTED = Fixture.bytes("nested.pqt");
  private static final byte[] PAGES = Fixture.bytes("version2.pqt");

  private static Table read(byte[] bytes) throws IOException {
    MemorySource source = MemorySource.of("memory.pqt", bytes);
    try {
      return new ParquetReader().read(source);
    } finally {
      assertThat(source.openCount()).isZero();
    }
  }

  /** Whatever is in a file, the answer is a table or an error that names the file. */
  private static void readOrSayWhy(byte[] bytes) {
    try {
      assertThat(read(bytes).columnNames()).isNotNull();
    } catch (IOException e) {
      assertThat(e).hasMessageStartingWith("'memory.pqt' cannot be read as Parquet: ");
      assertThat(String.valueOf(e.getMessage()).lines()).hasSize(1);
      assertThat(e).hasMessageEndingWith(".");
    }
  }

  @Test
  void everyTruncatedFileIsAnError() {
    for (int length = 0; length < TYPES.length; length++) {
      byte[] cut = Arrays.copyOf(TYPES, length);
      assertThatIOException()
          .isThrownBy(() -> read(cut))
          .withMessageStartingWith("'memory.pqt' cannot be read as Parquet: ");
    }
  }

  @Test
  void aFileWithoutItsMiddleIsAnError() {
    byte[] holed = new byte[TYPES.length - 1000];
    System.arraycopy(TYPES, 0, holed, 0, 1000);
    System.arraycopy(TYPES, 2000, holed, 1000, TYPES.length - 2000);
    assertThatIOException().isThrownBy(() -> read(holed));
  }

  @Test
  void somethingElseIsAnErrorThatSaysWhatIsMissing() {
    assertThatIOException()
        .isThrownBy(() -> read("a,b\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_8)))
        .withMessage(
            "'memory.pqt' cannot be read as Parquet: it does not begin and end with PAR1; perhaps"
                + " it is incomplete.");
    assertThatIOException().isThrownBy(() -> read(new byte[0])).withMessageContaining("0 bytes");
  }

  @Test
  void anEncryptedFileSaysSo() {
    byte[] encrypted = TYPES.clone();
    encrypted[encrypted.length - 1] = 'E';
    assertThatIOException().isThrownBy(() -> read(encrypted)).withMessageContaining("encrypted");
  }

  @Test
  void aPageThatDoesNotMatchItsChecksumIsAnError() throws IOException {
    byte[] bytes = Fixture.written(new ParquetWriter(), Table.of(Column.of("x", 1.5, 2.5)));
    byte[] damaged = bytes.clone();
    damaged[45] ^= 1;
    assertThat(read(bytes).rows()).isEqualTo(2);
    assertThatIOException().isThrownBy(() -> read(damaged)).withMessageContaining("checksum");
  }

  @Test
  void moreRowsThanMemoryCanHoldAreAnErrorBeforeAnythingIsRead() throws IOException {
    byte[] bytes = Fixture.written(new ParquetWriter(), Table.of(Column.of("x", 1.5, 2.5)));
    assertThat(read(claiming(bytes, 2)).rows()).isEqualTo(2);
    assertThatIOException()
        .isThrownBy(() -> read(claiming(bytes, 1L << 40)))
        .withMessageContaining("its 1099511627776 rows of 8 bytes or more do not fit into memory");
    assertThatIOException().isThrownBy(() -> read(claiming(bytes, -1)));
    assertThatIOException().isThrownBy(() -> read(claiming(bytes, 1_000_000)));
  }

  /** The file with a footer that claims so many rows. */
  private static byte[] claiming(byte[] bytes, long rows) throws IOException {
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int length = file.getInt(bytes.length - 8);
    int start = bytes.length - 8 - length;
    FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(bytes, start, length));
    footer.getRow_groups().get(0).setNum_rows(rows);
    footer.getRow_groups().get(0).getColumns().get(0).getMeta_data().setNum_values(rows);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, start);
    Util.writeFileMetaData(footer, out);
    int written = out.size() - start;
    out.writeBytes(
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(written).array());
    out.writeBytes(Footer.MAGIC);
    return out.toByteArray();
  }

  @Test
  void anInterruptedThreadGivesUp() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> read(TYPES)).isInstanceOf(CancellationException.class);
    } finally {
      Thread.interrupted();
    }
  }

  @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
  void damagedTypesAreATableOrAnError(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int n) {
    readOrSayWhy(damaged(TYPES, seed, n));
  }

  @Property(tries = 700, shrinking = ShrinkingMode.OFF)
  void damagedNestingIsATableOrAnError(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int n) {
    readOrSayWhy(damaged(NESTED, seed, n));
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void damagedPagesAreATableOrAnError(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int n) {
    readOrSayWhy(damaged(PAGES, seed, n));
  }

  private static byte[] damaged(byte[] bytes, long seed, int count) {
    Random random = new Random(seed);
    byte[] damaged = bytes.clone();
    for (int i = 0; i < count; i++) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
    }
    return damaged;
  }
}
