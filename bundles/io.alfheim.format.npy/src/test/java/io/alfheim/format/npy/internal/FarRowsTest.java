/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.npy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.data.NDArray;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of files that are not on this machine. */
class FarRowsTest {
  private static final NDArray TABLE = NDArray.arange(600_000).reshape(200_000, 3);

  private static byte[] file(NDArray array) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new NpyWriter().write(array, out);
    return out.toByteArray();
  }

  private static CountedSource far(NDArray array) throws IOException {
    return new CountedSource(file(array));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 5",
    "100, 103",
    "-2, 200000",
    "199999, 300000",
    "-5, -3",
    "7, 7",
    "9, 3",
    "300000, 300001"
  })
  void onlyTheRowsAskedForAreFetched(long from, long to) throws IOException {
    CountedSource source = far(TABLE);
    assertThat(new NpyReader().readRows(source, from, to)).isEqualTo(TABLE.rows(from, to));
    assertThat(source.size()).isGreaterThan(4_000_000);
    assertThat(source.fetched()).isLessThan(17_000);
  }

  @Test
  void vectorsHaveRowsToo() throws IOException {
    NDArray vector = NDArray.arange(500_000).astype(">f4");
    CountedSource source = far(vector);
    assertThat(new NpyReader().readRows(source, -3, 500_000)).isEqualTo(vector.rows(-3, 500_000));
    assertThat(source.fetched()).isLessThan(17_000);
  }

  @Test
  void whereRowsAreScatteredAllIsRead() throws IOException {
    NDArray turned = NDArray.arange(600_000).reshape(3, 200_000).transpose();
    CountedSource source = far(turned);
    assertThat(new NpyReader().readRows(source, 10, 12)).isEqualTo(turned.rows(10, 12));
    assertThat(source.fetched()).isGreaterThan(4_000_000);
  }

  @Test
  void aFileThatBreaksOffIsRefusedEvenIfTheRowsAreThere() throws IOException {
    byte[] bytes = file(TABLE);
    CountedSource cut = new CountedSource(Arrays.copyOf(bytes, bytes.length - 1));
    assertThatThrownBy(() -> new NpyReader().readRows(cut, 0, 2))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("takes 4800000 bytes, but only 4799999 follow the header");
  }
}
