/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.npy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.data.ByteSource;
import io.alfheim.data.NDArray;
import io.alfheim.testkit.MemorySource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileFilesTest {
  /** What the entries of the table of contents of a zip archive begin with. */
  private static final int CONTENTS_ENTRY = 0x02014b50;

  private static NDArray read(MemorySource source) throws IOException {
    return new NpyReader().read(source).array();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "'<f8', 'fortran_order': False, 'shape': (3,) # takes 24 bytes, but only 16 follow",
        "'<f8', 'fortran_order': False, 'shape': (-1,) # 'shape' has '-1'",
        "'<f8', 'fortran_order': False, 'shape': (2) # 'shape' is not a tuple",
        "'<f8', 'fortran_order': False, 'shape': [2] # 'shape' is not a tuple",
        "'<f8', 'fortran_order': False, 'shape': (2.0,) # unexpected '.'",
        "'<f8', 'fortran_order': False, 'shape': (4294967296, 4294967296) # larger than any file",
        "'<f8', 'fortran_order': False, 'shape': (2305843009213693952,) # larger than any file",
        "'<f8', 'fortran_order': False, 'shape': (99999999999999999999,) # a number of 64 bits",
        "'<f8', 'fortran_order': 0, 'shape': (2,) # 'fortran_order' is neither",
        "'<f8', 'fortran_order': maybe, 'shape': (2,) # has 'maybe'",
        "'<f8', 'fortran_order': False, 'shape': (2,), 'more': 1 # fortran_order, more, shape",
        "'<f8', 'fortran_order': False # holds (descr, fortran_order)",
        "'<f8', 'fortran_order': False, 'shape': (2,), 'shape': (1,) # says 'shape' twice",
        "'<f16', 'fortran_order': False, 'shape': (1,) # no support for items of type '<f16'",
        "'O', 'fortran_order': False, 'shape': (1,) # could run code",
        "[('a', '|O8')], 'fortran_order': False, 'shape': (1,) # could run code",
        "7, 'fortran_order': False, 'shape': (1,) # 'descr' is neither",
        "[('a',)], 'fortran_order': False, 'shape': (1,) # field 0 is not",
        "['a'], 'fortran_order': False, 'shape': (1,) # field 0 is not",
        "[(1, '<f8')], 'fortran_order': False, 'shape': (1,) # the name of field 0",
        "[('a', '<i4'), ('a', '<i4')], 'fortran_order': False, 'shape': (1,) # do not go together",
        "[('a', '<i4', (-1,))], 'fortran_order': False, 'shape': (1,) # impossible shape",
        "[('a', '<i4', (9999, 9999, 9999))], 'fortran_order': False, 'shape': (1,) # 2 GiB",
        "__import__('os').system('true'), 'fortran_order': False, 'shape': () # has '__import__'",
        "'<f8' # holds (descr)",
        "'\\q' # unknown escape",
        "'\\uXYZW' # broken escape",
        "'<f8 # ends too early",
      })
  void headersThatLieAreRefused(String descr, String problem) {
    MemorySource file = Fixtures.withHeader("{'descr': " + descr + "}", new int[16]);
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("'made.npy' cannot be read as npy: ")
        .hasMessageContaining(problem)
        .hasMessageEndingWith(".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "[] # not a dictionary",
        "{} # holds ()",
        "{1: 2} # key in the header is not a text",
        "{'a' 2} # unexpected '2'",
        "{'a': 2 'b': 3} # unexpected '''",
        "{'a': } # unexpected '}'",
        "{} {} # unexpected '{'",
        "' # ends too early",
      })
  void headersThatAreNoDictionaryAreRefused(String header, String problem) {
    assertThatThrownBy(() -> read(Fixtures.withHeader(header, 0)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void deepNestingDoesNotExhaustTheStack() {
    assertThatThrownBy(() -> read(Fixtures.withHeader("{'descr': " + "[(".repeat(30_000))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nested deeper than 32");
  }

  @Test
  void magicAndVersionAreChecked() throws IOException {
    MemorySource good = Fixtures.source("table.npy");
    byte[] bytes = good.bytes();
    bytes[6] = 4;
    assertThatThrownBy(() -> read(good.withBytes(bytes))).hasMessageContaining("version 4.0");
    bytes[0] = 'P';
    assertThatThrownBy(() -> read(good.withBytes(bytes))).hasMessageContaining("x93NUMPY");
    assertThatThrownBy(() -> read(good.prefix(0))).hasMessageContaining("it is empty");
  }

  @Test
  void headersBeyondTheFileAreNotAllocated() throws IOException {
    byte[] bytes = Fixtures.bytes("version2.npy");
    bytes[11] = (byte) 0xff;
    assertThatThrownBy(() -> read(MemorySource.of("x.npy", bytes)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("should have 4278190196 bytes, but only");
  }

  @Test
  void namesOfVersionThreeMustBeUtf8() throws IOException {
    byte[] bytes = Fixtures.bytes("struct_greek.npy");
    bytes[24] = (byte) 0xff;
    assertThatThrownBy(() -> read(MemorySource.of("x.npy", bytes)))
        .hasMessageContaining("not UTF-8");
  }

  @Test
  void emptyArraysMayHaveAnyOtherLengths() throws IOException {
    String shape = "(0, 4611686018427387904, 4611686018427387904)";
    String header = "{'descr': '<f8', 'fortran_order': True, 'shape': " + shape + "}";
    assertThat(read(Fixtures.withHeader(header)).size()).isZero();
  }

  @Test
  void itemsOfNoBytesTakeNone() throws IOException {
    String header = "{'descr': '<U0', 'fortran_order': False, 'shape': (4611686018427387904,)}";
    NDArray array = read(Fixtures.withHeader(header));
    assertThat(array.getString(-1)).isEmpty();
    assertThat(array.toString()).startsWith("array(['', '', '', ..., '', '', '']");
  }

  private static MemorySource zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    }
    return MemorySource.of("bomb.npz", out.toByteArray());
  }

  @Test
  void entriesMustHoldWhatTheyPromise() throws IOException {
    String header = "{'descr': '|u1', 'fortran_order': False, 'shape': (1099511627776,)}";
    MemorySource bomb = zip("x.npy", Fixtures.withHeader(header, 1, 2, 3).bytes());
    assertThatThrownBy(() -> new NpzReader().read(bomb))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("'bomb.npz' cannot be read as npz: in entry 'x.npy', an array of")
        .hasMessageContaining("takes 1099511627776 bytes, but only 3 follow");
  }

  /** An archive of which each entry claims to have almost 4 GiB. */
  private static MemorySource bomb(long entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (long i = 0; i < entries; i++) {
        zip.putNextEntry(new ZipEntry("x" + i + ".npy"));
        zip.write(Fixtures.bytes("table.npy"));
        zip.closeEntry();
      }
    }
    ByteBuffer archive = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < archive.limit() - 28; at++) {
      if (archive.getInt(at) == CONTENTS_ENTRY) {
        archive.putInt(at + 24, -16);
      }
    }
    return MemorySource.of("bomb.npz", archive.array());
  }

  @Test
  void entriesAreCountedTogetherBeforeAnyIsRead() {
    long entries = Runtime.getRuntime().maxMemory() / ((1L << 32) - 16) + 1;
    assertThatThrownBy(() -> new NpzReader().read(bomb(entries)))
        .isInstanceOf(IOException.class)
        .hasMessage("'bomb.npz' cannot be read as npz: its " + entries * ((1L << 32) - 16)
            + " bytes do not fit the memory of this program; as local npy files they would be"
            + " mapped.");
  }

  @Test
  void memoryThatRunsOutIsAnErrorOfTheFile() {
    ByteSource full = new ByteSource() {
      @Override
      public String name() {
        return "full.npy";
      }

      @Override
      public long size() {
        return 100;
      }

      @Override
      public InputStream openStream() {
        throw new OutOfMemoryError("Java heap space");
      }

      @Override
      public SeekableByteChannel openChannel() {
        throw new OutOfMemoryError("Java heap space");
      }
    };
    assertThatThrownBy(() -> new NpyReader().read(full))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'full.npy' cannot be read as npy: its arrays do not fit what is");
    assertThatThrownBy(() -> new NpzReader().read(full))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'full.npy' cannot be read as npz: its arrays do not fit what is");
  }

  @Test
  void entriesOfObjectsAreRefused() throws IOException {
    MemorySource archive = zip("x.npy", Fixtures.bytes("objects.npy"));
    assertThatThrownBy(() -> new NpzReader().read(archive))
        .hasMessageContaining("in entry 'x.npy', its items are Python objects");
  }

  @Test
  void otherEntriesArePassedOver() throws IOException {
    MemorySource archive = zip("readme.txt", "hello".getBytes(StandardCharsets.US_ASCII));
    assertThat(new NpzReader().read(archive).describe()).isEqualTo("0 arrays");
  }
}
