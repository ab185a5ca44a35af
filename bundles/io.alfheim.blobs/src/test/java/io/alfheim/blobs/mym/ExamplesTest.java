/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.mym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.data.Complex;
import io.alfheim.data.DType;
import io.alfheim.data.NDArray;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every example of the other programs, to the byte, in both directions. */
class ExamplesTest {

  @Test
  void everyExamplePacksAgainIntoTheSameBytes() {
    assertThat(Examples.packed()).hasSizeGreaterThanOrEqualTo(40).allSatisfy((label, bytes) -> {
      byte[] again = Mym.pack(Mym.unpack(bytes));
      byte[] expected = label.endsWith(" uncompressed") ? Examples.packed("zeros200") : bytes;
      assertThat(HexFormat.of().formatHex(again)).isEqualTo(HexFormat.of().formatHex(expected));
    });
  }

  @Test
  void whatIsPackedPlainIsWhatOthersPackWithoutCompressing() {
    byte[] plain = Examples.packed("zeros200 uncompressed");
    assertThat(Mym.packPlain(Mym.unpack(Examples.packed("zeros200")))).isEqualTo(plain);
    assertThat(Mym.packPlain(Mym.unpack(plain))).isEqualTo(plain);
  }

  private static <T> T unpacked(Class<T> type, String label) {
    return type.cast(Objects.requireNonNull(Mym.unpack(Examples.packed(label))));
  }

  @Test
  void simpleValuesAreWhatTheyWere() {
    Map<String, Object> values = new HashMap<>();
    values.put("None", null);
    values.put("True", true);
    values.put("127", 127L);
    values.put("128", 128L);
    values.put("-128", -128L);
    values.put("256", 256L);
    values.put("2**64", BigInteger.TWO.pow(64));
    values.put("1.5", 1.5);
    values.put("nan", Double.NaN);
    values.put("1+2j", new Complex(1, 2));
    values.put("''", "");
    values.put("'é漢'", "é漢");
    values.put("b'\\x00\\x01'", new byte[] {0, 1});
    values.put("Decimal", new BigDecimal("3.140"));
    values.put("date", LocalDate.of(2024, 2, 29));
    values.put("time", LocalTime.of(13, 5, 9, 42_000));
    values.put("datetime", LocalDateTime.of(2024, 2, 29, 13, 5, 9, 42_000));
    values.put("midnight dt", LocalDateTime.of(2024, 2, 29, 0, 0));
    values.put("uuid", UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"));
    assertThat(values).allSatisfy((label, value) -> {
      assertThat(Mym.unpack(Examples.packed(label))).as(label).isEqualTo(value);
      assertThat(Mym.pack(value)).as(label).isEqualTo(Examples.packed(label));
    });
  }

  @Test
  void listsSetsAndMapsAreWhatTheyWere() {
    assertThat(Mym.unpack(Examples.packed("[]"))).isEqualTo(List.of());
    assertThat(Mym.unpack(Examples.packed("[1,\"a\"]"))).isEqualTo(List.of(1L, "a"));
    assertThat(Mym.unpack(Examples.packed("(1,2)"))).isEqualTo(Tuple.of(1L, 2L));
    assertThat(Mym.unpack(Examples.packed("{1}"))).isEqualTo(Set.of(1L));
    assertThat(Mym.unpack(Examples.packed("{'a':1}"))).isEqualTo(Map.of("a", 1L));
    assertThat(Mym.unpack(Examples.packed("nested")))
        .isEqualTo(Map.of("k", Arrays.asList(1.0, null)));
  }

  @Test
  void arraysAreWhatTheyWere() {
    assertThat(Mym.unpack(Examples.packed("arr f8 [1,2]"))).isEqualTo(NDArray.of(1.0, 2.0));
    assertThat(Mym.unpack(Examples.packed("arr 2x3 i4")))
        .isEqualTo(NDArray.arange(6).reshape(2, 3).astype("int32"));
    assertThat(Mym.unpack(Examples.packed("arr i8 scalar np.int64(5)")))
        .isEqualTo(NDArray.scalar(5));
    assertThat(Mym.unpack(Examples.packed("bool arr"))).isEqualTo(NDArray.of(true, false));
    assertThat(Mym.unpack(Examples.packed("empty"))).isEqualTo(NDArray.zeros(DType.FLOAT64, 0, 3));
    NDArray complex = unpacked(NDArray.class, "complex128");
    assertThat(complex.get(1)).isEqualTo(new Complex(3, -1));
    NDArray single = unpacked(NDArray.class, "complex64");
    assertThat(single.dtype()).isEqualTo(DType.COMPLEX64);
    NDArray day = unpacked(NDArray.class, "dt64[D]");
    assertThat(day.getString(0)).isEqualTo("2024-02-29");
  }

  @Test
  void textsAndArbitraryValuesInArraysAreWhatTheyWere() {
    assertThat(Mym.pack(NDArray.of("ab", "c"))).isEqualTo(Examples.packed("U"));
    assertThat(Mym.unpack(Examples.packed("U"))).isEqualTo(ValueArray.of(List.of("ab", "c")));
    assertThat(Mym.unpack(Examples.packed("obj")))
        .isEqualTo(ValueArray.of(Arrays.asList(1L, "x", null)));
    NDArray letters = unpacked(NDArray.class, "char c");
    assertThat(letters.toStringArray()).containsExactly("a", "b");
  }

  @Test
  void recordsCellsAndStructuresAreWhatTheyWere() {
    RecordArray records = unpacked(RecordArray.class, "recarray");
    assertThat(records.array("a")).isEqualTo(NDArray.of(1, 3));
    assertThat(records.array("b")).isEqualTo(NDArray.of(2.0, 4.0));
    assertThat(Mym.unpack(Examples.packed("MatCell"))).isEqualTo(CellArray.of(List.of(1.0, 2.0)));
    StructArray struct = unpacked(StructArray.class, "MatStruct");
    assertThat(struct.get(0, "y")).isEqualTo(NDArray.of(2.0).reshape(1, 1));
    assertThatThrownBy(() -> struct.get(0, "z")).hasMessage("No field 'z' in this structure.");
  }

  @Test
  void aStructuredArrayPacksAsRecords() {
    DType type = DType.struct(
        List.of(
            new DType.Field("a", DType.INT32, List.of(), 0),
            new DType.Field("b", DType.FLOAT64, List.of(), 4)),
        12);
    assertThat(Mym.unpack(Mym.pack(NDArray.zeros(type, 2))))
        .isEqualTo(new RecordArray(Map.of("a", NDArray.of(0, 0), "b", NDArray.of(0.0, 0.0))));
  }

  @Test
  void onlyWhatGetsShorterIsCompressed() {
    assertThat(Mym.pack(NDArray.zeros(DType.FLOAT64, 122)).length).isLessThan(200);
    assertThat(Mym.pack(NDArray.zeros(DType.FLOAT64, 121))).startsWith('m', 'Y', 'm');
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    assertThat(Mym.pack(noise)).hasSize(5000 + 4 + 9).startsWith('d', 'j', '0');
  }

  @Test
  void theNarrowKindOfAThirtyTwoBitMatlabIsRead() {
    byte[] narrow = HexFormat.of()
        .parseHex("6d596d00" + "41" + "01000000" + "02000000" + "06000000" + "00000000"
            + "000000000000f03f" + "0000000000000040");
    assertThat(Mym.unpackNarrow(narrow)).isEqualTo(NDArray.of(1.0, 2.0));
  }

  @Test
  void whatTheFormatDoesNotHaveIsRefusedAndNotBent() {
    List<Object> refused = List.of(
        NDArray.zeros(DType.FLOAT16, 2),
        NDArray.zeros(DType.of(">i2"), 2),
        NDArray.zeros(DType.of("timedelta64[s]"), 2),
        NDArray.zeros(DType.of("S3"), 2),
        new Object(),
        java.time.Instant.EPOCH,
        LocalTime.of(1, 2, 3, 4),
        LocalDate.of(10_000, 1, 1),
        "\ud800");
    assertThat(refused)
        .allSatisfy(value -> assertThatThrownBy(() -> Mym.pack(value))
            .isInstanceOf(MymException.class)
            .hasMessageEndingWith("cannot be packed."));
  }

  @Test
  void aValueThatContainsItselfIsRefused() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    assertThatThrownBy(() -> Mym.pack(list)).isInstanceOf(MymException.class);
  }
}
