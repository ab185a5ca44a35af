/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.data.ByteSource;
import io.alfheim.data.Data;
import io.alfheim.data.DatasetReader;
import io.alfheim.data.DatasetWriter;
import io.alfheim.data.NDArray;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderContractTest {
  @TempDir
  Path folder;

  private static MemorySource counted() {
    return MemorySource.of("a.count", (byte) 2, (byte) 5, (byte) 6, (byte) 7);
  }

  /** A count, then as many bytes, then 7: the least that can tell a whole file. */
  private static Data readCounted(ByteSource source) throws IOException {
    try (InputStream in = source.openStream()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("Interrupted.");
      }
      byte[] bytes = in.readAllBytes();
      boolean whole = bytes.length > 1 && bytes[0] == bytes.length - 2;
      if (!whole || bytes[bytes.length - 1] != 7) {
        throw new IOException("'" + source.name() + "' is not whole.");
      }
      int[] values = new int[bytes.length - 2];
      for (int i = 0; i < values.length; i++) {
        values[i] = bytes[i + 1];
      }
      return NDArray.of(values);
    }
  }

  private static void writeCounted(Data data, OutputStream out) throws IOException {
    int[] values = data.array().toIntArray();
    out.write(values.length);
    for (int value : values) {
      out.write(value);
    }
    out.write(7);
  }

  @Nested
  class AGoodReader extends ReaderContract {
    @Override
    protected DatasetReader reader() {
      return ReaderContractTest::readCounted;
    }

    @Override
    protected List<MemorySource> samples() {
      return List.of(counted());
    }

    @Override
    protected Optional<DatasetWriter> writer() {
      return Optional.of(ReaderContractTest::writeCounted);
    }

    @Override
    protected Optional<MemorySource> longSample() {
      return Optional.of(counted());
    }
  }

  private ReaderContract contract(DatasetReader reader, DatasetWriter writer) {
    return new AnyReaderContract(reader, writer, counted(), folder);
  }

  private ReaderContract contract(DatasetReader reader) {
    return contract(reader, ReaderContractTest::writeCounted);
  }

  @Test
  void aReaderThatTakesAnythingIsFound() {
    ReaderContract contract = contract(source -> NDArray.of(1));
    assertThatThrownBy(contract::emptyFilesAreRefused).isInstanceOf(AssertionError.class);
    assertThatThrownBy(contract::filesCutOffAfterAnyByteAreRefused)
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(contract::garbageIsRefused).isInstanceOf(AssertionError.class);
    assertThatThrownBy(contract::failuresOfTheSourceArePassedOn).isInstanceOf(AssertionError.class);
    assertThatThrownBy(contract::interruptionCancelsLongReading).isInstanceOf(AssertionError.class);
  }

  @Test
  void aReaderThatFailsWithoutANameIsFound() {
    ReaderContract contract = contract(source -> {
      throw new IOException("No.");
    });
    assertThatThrownBy(contract::emptyFilesAreRefused).isInstanceOf(AssertionError.class);
    assertThatThrownBy(contract::damagedFilesAreReadOrRefused).isInstanceOf(AssertionError.class);
  }

  @Test
  void aReaderThatFailsOtherwiseIsFound() {
    ReaderContract contract = contract(source -> {
      throw new IllegalStateException(source.name());
    });
    assertThatThrownBy(contract::emptyFilesAreRefused)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("must give an IOException");
    assertThatThrownBy(contract::interruptionNeverLooksLikeABrokenFile)
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void aReaderThatLeavesStreamsOpenIsFound() {
    ReaderContract contract = contract(source -> {
      Data data = readCounted(source);
      source.openStream();
      return data;
    });
    assertThatThrownBy(contract::whatIsOpenedIsClosed).isInstanceOf(AssertionError.class);
  }

  @Test
  void aWriterThatLosesOrClosesIsFound() {
    ReaderContract losing =
        contract(ReaderContractTest::readCounted, (data, out) -> out.write(new byte[] {0, 7}));
    assertThatThrownBy(losing::whatIsWrittenIsReadBack).isInstanceOf(AssertionError.class);
    ReaderContract closing = contract(ReaderContractTest::readCounted, (data, out) -> {
      writeCounted(data, out);
      out.close();
    });
    assertThatThrownBy(closing::whatIsWrittenIsReadBack)
        .hasMessageContaining("closed by the writer");
  }

  @Test
  void memorySourcesAreReadAtRandom() throws IOException {
    MemorySource source = MemorySource.of("x", (byte) 1, (byte) 2, (byte) 3);
    ByteBuffer buffer = ByteBuffer.allocate(4);
    try (var channel = source.openChannel()) {
      assertThat(channel.position(1).read(buffer)).isEqualTo(2);
      assertThat(channel.read(buffer)).isEqualTo(-1);
      assertThat(channel.size()).isEqualTo(3);
      assertThat(source.openCount()).isEqualTo(1);
    }
    assertThat(source.openCount()).isZero();
    assertThat(buffer.get(1)).isEqualTo((byte) 3);
  }
}
