/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.npy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.data.DType.Kind;
import io.alfheim.data.NDArray;
import io.alfheim.data.NamedArrays;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FixturesTest {
  /** Numpy read these, but would write them otherwise. */
  private static final Set<String> OTHERWISE =
      Set.of("version2.npy", "version3.npy", "python2.npy", "trailing.npy", "titled.npy");

  static Stream<String> lines() throws IOException {
    return Fixtures.text("fixtures.tsv").lines();
  }

  static Stream<String> files() throws IOException {
    return lines().map(line -> line.split("\t", -1)[0]).distinct();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void holdWhatNumpyPutIn(String line) throws IOException {
    String[] cells = line.split("\t", -1);
    NDArray array = Fixtures.npy(cells[0]);
    for (String field : cells[1].isEmpty() ? new String[0] : cells[1].split("\\.", -1)) {
      array = array.field(field);
    }
    assertThat(array.dtype()).hasToString(cells[2]);
    long[] shape = Arrays.stream(words(cells[3])).mapToLong(Long::parseLong).toArray();
    assertThat(array.shape()).isEqualTo(shape);
    assertThat(items(array)).containsExactly(words(cells[4]));
  }

  private static String[] words(String cell) {
    return cell.isEmpty() ? new String[0] : cell.split(" ", -1);
  }

  /** In the spelling of the file: numbers as Java writes them are made comparable first. */
  private static List<String> items(NDArray array) {
    Kind kind = array.dtype().kind();
    if (kind == Kind.FLOAT) {
      return doubles(array);
    }
    if (kind == Kind.COMPLEX) {
      List<String> parts = new ArrayList<>();
      List<String> real = doubles(array.real());
      List<String> imag = doubles(array.imag());
      for (int i = 0; i < real.size(); i++) {
        parts.add(real.get(i));
        parts.add(imag.get(i));
      }
      return parts;
    }
    if (kind == Kind.RAW) {
      List<String> codes = new ArrayList<>();
      for (long i = 0; i < array.size(); i++) {
        codes.add(HexFormat.of().formatHex((byte[]) array.get(i)));
      }
      return codes;
    }
    boolean text = kind == Kind.TEXT || kind == Kind.BYTES;
    return Arrays.stream(array.toStringArray())
        .map(item -> text ? encode(item) : item)
        .toList();
  }

  private static List<String> doubles(NDArray array) {
    return Arrays.stream(array.astype("float64").toStringArray()).toList();
  }

  private static String encode(String item) {
    StringBuilder out = new StringBuilder();
    for (byte b : item.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = Character.isLetterOrDigit(b) && b > 0;
      out.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
    }
    assertThat(URLDecoder.decode(out.toString(), StandardCharsets.UTF_8)).isEqualTo(item);
    return out.toString();
  }

  @ParameterizedTest
  @MethodSource("files")
  void areWrittenByteForByteAsNumpyDoes(String file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new NpyWriter().write(Fixtures.npy(file), out);
    if (OTHERWISE.contains(file)) {
      assertThat(new NpyReader().read(Fixtures.source(file).withBytes(out.toByteArray())))
          .isEqualTo(Fixtures.npy(file));
    } else {
      assertThat(out.toByteArray()).isEqualTo(Fixtures.bytes(file));
    }
  }

  @Test
  void columnsFirstIsKeptInMemory() throws IOException {
    assertThat(Fixtures.npy("table_columns_first.npy").isColumnMajor()).isTrue();
    assertThat(Fixtures.npy("table_columns_first.npy")).isEqualTo(Fixtures.npy("table.npy"));
  }

  @Test
  void objectsAreRefusedWithAWayOut() {
    assertThatThrownBy(() -> Fixtures.npy("objects.npy"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("'objects.npy' cannot be read as npy: its items are Python objects")
        .hasMessageContaining("could run code")
        .hasMessageEndingWith("allow_pickle=False.");
  }

  @Test
  void archivesAreReadByName() throws IOException {
    NpzReader reader = new NpzReader();
    NamedArrays several = (NamedArrays) reader.read(Fixtures.source("several.npz"));
    assertThat(several.names()).containsExactly("x", "y");
    assertThat(several.get("y")).isEqualTo(Fixtures.npy("table.npy"));
    NamedArrays compressed = (NamedArrays) reader.read(Fixtures.source("compressed.npz"));
    assertThat(compressed.get("a/b").describe()).isEqualTo("float64 (2, 0)");
    assertThat(reader.read(Fixtures.source("unnamed.npz"))).isEqualTo(NDArray.arange(3));
    assertThat(reader.read(Fixtures.source("none.npz")).describe()).isEqualTo("0 arrays");
  }
}
