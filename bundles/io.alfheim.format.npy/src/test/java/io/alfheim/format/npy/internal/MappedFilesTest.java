/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.npy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.data.ByteSource;
import io.alfheim.data.NDArray;
import io.alfheim.data.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedFilesTest {
  @TempDir
  Path folder;

  private Path file(NDArray array) throws IOException {
    Path file = folder.resolve("x.npy");
    try (OutputStream out = Files.newOutputStream(file)) {
      new NpyWriter().write(array, out);
    }
    return file;
  }

  private static NDArray read(Path file) throws IOException {
    return new NpyReader().read(ByteSource.of(file)).array();
  }

  @Test
  void largeFilesAreMappedInBothOrders() throws IOException {
    NDArray array = NDArray.arange(200_000).reshape(2, 1000, 100);
    assertThat(read(file(array))).isEqualTo(array);
    NDArray turned = array.astype(">f4").transpose();
    NDArray back = read(file(turned));
    assertThat(back).isEqualTo(turned);
    assertThat(back.isColumnMajor()).isTrue();
    assertThat(back.sum()).isEqualTo(199_999 * 100_000.0);
  }

  @Test
  void smallFilesMayBeReplacedWhileTheirArrayLives() throws IOException {
    Path file = file(NDArray.of(1, 2, 3));
    NDArray array = read(file);
    Files.write(file, new byte[0]);
    assertThat(array.toIntArray()).containsExactly(1, 2, 3);
  }

  @Test
  void filesOfManyGigabytesAreThereAtOnce() throws IOException {
    long items = 3L << 27;
    Path file = folder.resolve("sparse.npy");
    byte[] start = Fixtures.withHeader(
            "{'descr': '<f8', 'fortran_order': False, 'shape': (" + items + ",)}")
        .bytes();
    long boundary = (1L << 27) * 8;
    try (FileChannel out = FileChannel.open(
        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
      out.write(ByteBuffer.wrap(start), 0);
      out.write(number(1.5), start.length + boundary - 8);
      out.write(number(2.5), start.length + boundary);
      out.write(number(3.5), start.length + items * 8 - 8);
    }
    NDArray array = read(file);
    assertThat(array.size()).isEqualTo(items);
    assertThat(array.getDouble(-1)).isEqualTo(3.5);
    assertThat(array.slice(0, (1 << 27) - 2, (1 << 27) + 2).toDoubleArray())
        .containsExactly(0, 1.5, 2.5, 0);
    assertThat(array.slice(0, -1, (1 << 27) - 2, -(1 << 27)).toDoubleArray())
        .containsExactly(3.5, 0, 1.5);
    assertThat(array.reshape(-1, 1 << 24).column(0).sum()).isEqualTo(2.5);
  }

  private static ByteBuffer number(double value) {
    return ByteBuffer.allocate(8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putDouble(value)
        .flip();
  }

  @Test
  void missingFilesSaySo() {
    assertThatThrownBy(() -> read(folder.resolve("none.npy")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("none.npy");
  }

  @Test
  void onlyArraysAreWritten() {
    Table table = Table.of();
    assertThatThrownBy(() -> new NpyWriter().write(table, OutputStream.nullOutputStream()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("An npy file holds one array, not ");
    assertThatThrownBy(() -> new NpzWriter().write(table, OutputStream.nullOutputStream()))
        .isInstanceOf(IOException.class);
  }
}
