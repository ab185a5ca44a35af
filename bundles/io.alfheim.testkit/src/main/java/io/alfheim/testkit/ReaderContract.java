/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.alfheim.data.ByteSource;
import io.alfheim.data.Data;
import io.alfheim.data.DatasetReader;
import io.alfheim.data.DatasetWriter;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link DatasetReader} keeps, and the {@link DatasetWriter} of the same extension if
 * there is one.
 */
public abstract class ReaderContract {
  private static final int GARBAGE_FILES = 50;
  private static final int DAMAGED_FILES = 200;

  /** Files of the samples, which a reader may map. */
  @TempDir
  Path folder;

  /** For the subclasses, which say what is tested. */
  protected ReaderContract() {}

  /** The reader to test; called once in each test. */
  protected abstract DatasetReader reader();

  /** Small valid files, each with its extension. */
  protected abstract List<MemorySource> samples();

  /** The writer of the same extension. */
  protected Optional<DatasetWriter> writer() {
    return Optional.empty();
  }

  /** A valid file that takes long enough to read for an interruption to be noticed. */
  protected Optional<MemorySource> longSample() {
    return Optional.empty();
  }

  /**
   * Whether a file that is cut off, empty or random can be told from a valid one. Text mostly
   * cannot: the first half of a table is a table.
   */
  protected boolean tellsBrokenFiles() {
    return true;
  }

  /** Fails unless both hold the same values. */
  protected void assertSame(Data actual, Data expected) {
    assertThat(actual).isEqualTo(expected);
  }

  /** The same bytes as a local file and as something that is none. */
  private List<ByteSource> ways(MemorySource sample) throws IOException {
    return List.of(sample, ByteSource.of(sample.writeInto(folder)));
  }

  /** Reads, or fails as a reader may: with an IOException that names the source. */
  private Optional<Data> readOrRefuse(DatasetReader reader, ByteSource source, String what) {
    try {
      Data data = reader.read(source);
      assertThat(data.describe()).as("%s of %s", what, source.name()).isNotBlank();
      return Optional.of(data);
    } catch (IOException e) {
      assertThat(e).as("%s of %s", what, source.name()).hasMessageContaining(source.name());
      return Optional.empty();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw new AssertionError(what + " of " + source.name() + " must give an IOException.", e);
    }
  }

  private void check(DatasetReader reader, MemorySource broken, String what) throws IOException {
    for (ByteSource source : ways(broken)) {
      Optional<Data> data = readOrRefuse(reader, source, what);
      if (tellsBrokenFiles()) {
        assertThat(data).as("%s of %s", what, source.name()).isEmpty();
      }
    }
    assertThat(broken.openCount()).as("open after %s", what).isZero();
  }

  @Test
  void samplesAreReadAsFilesAndAsStreamsAlike() throws IOException {
    DatasetReader reader = reader();
    for (MemorySource sample : samples()) {
      Data first = reader.read(sample);
      assertThat(first.describe()).isNotBlank().doesNotContain("\n");
      for (ByteSource source : ways(sample)) {
        assertSame(reader.read(source), first);
      }
    }
  }

  @Test
  void whatIsOpenedIsClosed() throws IOException {
    DatasetReader reader = reader();
    for (MemorySource sample : samples()) {
      reader.read(sample);
      assertThat(sample.openCount()).as(sample.name()).isZero();
    }
  }

  @Test
  void emptyFilesAreRefused() throws IOException {
    DatasetReader reader = reader();
    for (MemorySource sample : samples()) {
      check(reader, sample.prefix(0), "nothing");
    }
  }

  @Test
  void filesCutOffAfterAnyByteAreRefused() throws IOException {
    DatasetReader reader = reader();
    for (MemorySource sample : samples()) {
      for (int length = 0; length < sample.size(); length++) {
        check(reader, sample.prefix(length), "the first " + length + " bytes");
      }
    }
  }

  @Test
  void garbageIsRefused() throws IOException {
    DatasetReader reader = reader();
    for (int seed = 0; seed < GARBAGE_FILES; seed++) {
      byte[] garbage = new byte[1 + seed * 20];
      new Random(seed).nextBytes(garbage);
      check(reader, samples().get(0).withBytes(garbage), "garbage " + seed);
    }
  }

  @Test
  void damagedFilesAreReadOrRefused() {
    DatasetReader reader = reader();
    for (MemorySource sample : samples()) {
      for (int seed = 0; seed < DAMAGED_FILES; seed++) {
        MemorySource damaged = sample.withBytes(damage(sample.bytes(), new Random(seed)));
        readOrRefuse(reader, damaged, "damage " + seed);
        assertThat(damaged.openCount()).as("open after damage %s", seed).isZero();
      }
    }
  }

  private static byte[] damage(byte[] bytes, Random random) {
    for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  @Test
  void failuresOfTheSourceArePassedOn() throws IOException {
    DatasetReader reader = reader();
    for (MemorySource sample : samples()) {
      for (int length = 0; length < sample.size(); length += 1 + (int) sample.size() / 10) {
        Throwable thrown = catchThrowable(failing(reader, sample, length));
        assertThat(thrown).as("failure after %s bytes", length).isInstanceOf(IOException.class);
      }
      assertThat(sample.openCount()).isZero();
    }
  }

  private static ThrowingCallable failing(DatasetReader reader, MemorySource sample, int length) {
    return () -> reader.read(new FailingSource(sample, length));
  }

  @Test
  void manyThreadsReadTheSame() throws Exception {
    DatasetReader reader = reader();
    for (MemorySource sample : samples()) {
      Data expected = reader.read(sample);
      for (Data data : Threads.together(i -> () -> reader.read(sample))) {
        assertSame(data, expected);
      }
    }
  }

  @Test
  void interruptionCancelsLongReading() throws IOException {
    assumeThat(longSample()).isPresent();
    MemorySource sample = longSample().orElseThrow();
    DatasetReader reader = reader();
    for (ByteSource source : ways(sample)) {
      assertThat(readInterrupted(reader, source))
          .as("reading %s", source)
          .containsInstanceOf(CancellationException.class);
    }
    assertThat(sample.openCount()).as("open after cancellation").isZero();
  }

  @Test
  void interruptionNeverLooksLikeABrokenFile() throws IOException {
    DatasetReader reader = reader();
    for (MemorySource sample : samples()) {
      for (ByteSource source : ways(sample)) {
        readInterrupted(reader, source)
            .ifPresent(thrown -> assertThat(thrown).isInstanceOf(CancellationException.class));
      }
    }
  }

  private static Optional<Throwable> readInterrupted(DatasetReader reader, ByteSource source) {
    Thread.currentThread().interrupt();
    try {
      return Optional.ofNullable(catchThrowable(() -> reader.read(source)));
    } finally {
      // The next read must not find the flag.
      Thread.interrupted();
    }
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    assumeThat(writer()).isPresent();
    DatasetWriter writer = writer().orElseThrow();
    DatasetReader reader = reader();
    for (MemorySource sample : samples()) {
      Data data = reader.read(sample);
      byte[] written = write(writer, data);
      assertSame(reader.read(sample.withBytes(written)), data);
      assertThat(write(writer, data)).as("written again").isEqualTo(written);
    }
  }

  private static byte[] write(DatasetWriter writer, Data data) throws IOException {
    boolean[] closed = {false};
    ByteArrayOutputStream out = new ByteArrayOutputStream() {
      @Override
      public void close() {
        closed[0] = true;
      }
    };
    writer.write(data, out);
    assertThat(closed[0]).as("closed by the writer").isFalse();
    return out.toByteArray();
  }

  /** Breaks off after some bytes, as a connection does. */
  private static final class FailingSource implements ByteSource {
    private final MemorySource whole;
    private final int length;

    FailingSource(MemorySource whole, int length) {
      this.whole = whole;
      this.length = length;
    }

    @Override
    public String name() {
      return whole.name();
    }

    @Override
    public long size() {
      return whole.size();
    }

    @Override
    public InputStream openStream() {
      return new FilterInputStream(whole.openStream()) {
        private int left = length;

        @Override
        public int read() throws IOException {
          byte[] one = new byte[1];
          return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int count) throws IOException {
          if (left <= 0) {
            throw new IOException("Connection lost while reading '" + name() + "'.");
          }
          int read = super.read(to, offset, Math.min(left, count));
          left -= Math.max(0, read);
          return read;
        }
      };
    }

    @Override
    public SeekableByteChannel openChannel() throws IOException {
      throw new IOException("Connection refused for '" + name() + "'.");
    }
  }
}
