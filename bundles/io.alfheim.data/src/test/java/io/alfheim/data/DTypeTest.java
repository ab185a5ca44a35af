/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.data.DType.Field;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DTypeTest {

  @ParameterizedTest
  @CsvSource({
    "float64, float64, '<f8', 8",
    "<f8, float64, '<f8', 8",
    ">f8, >f8, '>f8', 8",
    "f2, float16, '<f2', 2",
    "|u1, uint8, '|u1', 1",
    ">u1, uint8, '|u1', 1",
    "?, bool, '|b1', 1",
    "complex128, complex128, '<c16', 16",
    "U5, <U5, '<U5', 20",
    "a3, |S3, '|S3', 3",
    "V7, |V7, '|V7', 7",
    "datetime64[ns], datetime64[ns], '<M8[ns]', 8",
    ">M8[25s], >M8[25s], '>M8[25s]', 8",
    "M8[1ms], datetime64[ms], '<M8[ms]', 8",
    "M8, datetime64, '<M8', 8",
    "m8[D], timedelta64[D], '<m8[D]', 8",
  })
  void isNamedAsNumpyNamesIt(String spelling, String name, String code, int bytes) {
    DType type = DType.of(spelling);
    assertThat(type).hasToString(name).isEqualTo(DType.of(name)).hasSameHashCodeAs(DType.of(name));
    assertThat(type.descr()).isEqualTo("'" + code + "'");
    assertThat(type.itemSize()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "O",
        "|O",
        "f16",
        "float128",
        "i3",
        "U",
        "int7",
        "M8[x]",
        "M8[0s]",
        "M4",
        "f8[s]",
        "<U999999999",
        "U99999999999",
        "complex64 "
      })
  void whatIsNotThereIsRefused(String name) {
    assertThatThrownBy(() -> DType.of(name)).isInstanceOf(DataException.class);
  }

  @Test
  void structuresNameTheirFieldsAndGaps() {
    DType inner = DType.struct(List.of(new Field("it's", DType.of(">i2"), List.of(), 0)), 2);
    DType type = DType.struct(
        List.of(new Field("a", DType.INT8, List.of(), 0), new Field("b", inner, List.of(2, 3), 4)),
        18);
    assertThat(type)
        .hasToString("[('a', 'i1'), ('', 'V3'), ('b', [(\"it's\", '>i2')], (2, 3)), ('', 'V2')]");
    assertThat(type.descr()).startsWith("[('a', '|i1'), ('', '|V3'), ");
    assertThat(type.field("b").size()).isEqualTo(12);
  }

  @Test
  void fieldsMustNotOverlapNorRepeat() {
    Field a = new Field("a", DType.INT32, List.of(), 0);
    assertThatThrownBy(() -> DType.struct(List.of(a), 3)).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> DType.struct(List.of(a, new Field("b", DType.INT8, List.of(), 3)), 8))
        .hasMessageContaining("'b'");
    assertThatThrownBy(() -> DType.struct(List.of(a, new Field("a", DType.INT8, List.of(), 4)), 8))
        .hasMessageContaining("'a'");
    assertThatThrownBy(() -> new Field("c", DType.INT8, List.of(-1), 0))
        .isInstanceOf(DataException.class);
    Field huge = new Field("d", DType.INT64, List.of(1 << 30, 4), 0);
    assertThatThrownBy(() -> DType.struct(List.of(huge), 8)).isInstanceOf(DataException.class);
  }
}
