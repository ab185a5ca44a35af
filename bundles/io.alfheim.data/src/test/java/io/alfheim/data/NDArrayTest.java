/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class NDArrayTest {

  private static NDArray bytes(String type, int... bytes) {
    ByteBuffer buffer = ByteBuffer.allocate(bytes.length);
    for (int value : bytes) {
      buffer.put((byte) value);
    }
    DType dtype = DType.of(type);
    return NDArray.wrap(
        dtype, new long[] {bytes.length / dtype.itemSize()}, List.of(buffer.flip()));
  }

  private static NDArray points() {
    DType type = DType.struct(
        List.of(
            new DType.Field("name", DType.of("S2"), List.of(), 0),
            new DType.Field("xy", DType.of(">i2"), List.of(2), 2)),
        6);
    byte[] items = {'a', 0, 0, 1, 0, 2, 'b', 'c', 0, 3, -1, -4};
    return NDArray.wrap(type, new long[] {2}, List.of(ByteBuffer.wrap(items)));
  }

  @Test
  void factoriesNameTheirTypeAndShape() {
    assertThat(NDArray.of(1.5, 2).describe()).isEqualTo("float64 (2,)");
    assertThat(NDArray.of(1.5f).describe()).isEqualTo("float32 (1,)");
    assertThat(NDArray.of(1L, 2L).describe()).isEqualTo("int64 (2,)");
    assertThat(NDArray.of(1, 2, 3).describe()).isEqualTo("int32 (3,)");
    assertThat(NDArray.of(true).describe()).isEqualTo("bool (1,)");
    assertThat(NDArray.of("a", "ŝ𝄞").describe()).isEqualTo("<U2 (2,)");
    assertThat(NDArray.of(new double[][] {{1, 2, 3}, {4, 5, 6}}).describe())
        .isEqualTo("float64 (2, 3)");
    assertThat(NDArray.scalar(1).describe()).isEqualTo("int64 ()");
  }

  @Test
  void ofCopiesWhatItIsGivenAndWrapDoesNot() {
    double[] values = {1, 2};
    NDArray copy = NDArray.of(values);
    NDArray view = NDArray.wrap(values, 2);
    values[0] = 9;
    assertThat(copy.getDouble(0)).isEqualTo(1);
    assertThat(view.getDouble(0)).isEqualTo(9);
  }

  @Test
  void zerosTakeNoMemory() {
    NDArray zeros = NDArray.zeros(DType.FLOAT64, 1L << 40, 1 << 20);
    assertThat(zeros.size()).isEqualTo(1L << 60);
    assertThat(zeros.getDouble(-1, -1)).isZero();
    assertThat(NDArray.zeros(DType.of("U3"), 2).toStringArray()).containsExactly("", "");
  }

  @Test
  void rangesEndBeforeTheirEnd() {
    assertThat(NDArray.arange(3).toLongArray()).containsExactly(0, 1, 2);
    assertThat(NDArray.arange(-1).size()).isZero();
    assertThat(NDArray.arange(1, 2, 0.25).toDoubleArray()).containsExactly(1, 1.25, 1.5, 1.75);
    assertThatThrownBy(() -> NDArray.arange(0, 1, 0)).isInstanceOf(DataException.class);
  }

  @Test
  void anIndexOutsideSaysWhatIsValid() {
    NDArray array = NDArray.of(1, 2, 3);
    assertThat(array.getLong(-1)).isEqualTo(3);
    DataException error = catchThrowableOfType(DataException.class, () -> array.getLong(3));
    assertThat(error).hasMessage("Index 3 is outside axis 0 of length 3.");
    assertThat(error.hint()).isEqualTo("Valid are 0 to 2, or -1 to -3 from the end.");
    assertThatThrownBy(() -> array.getLong(0, 0)).hasMessageContaining("(3,)");
    assertThatThrownBy(() -> array.column(0)).hasMessage("No axis 1 in an array of shape (3,).");
  }

  @Test
  void itemsAreBoxedByType() {
    assertThat(bytes("u1", 255).get(0)).isEqualTo(255);
    assertThat(bytes("i1", 255).get(0)).isEqualTo((byte) -1);
    assertThat(bytes(">u4", 255, 255, 255, 255).get(0)).isEqualTo(4294967295L);
    assertThat(bytes("<u8", 0, 0, 0, 0, 0, 0, 0, 128).get(0))
        .isEqualTo(BigInteger.ONE.shiftLeft(63));
    assertThat(bytes(">f2", 0x35, 0x55).get(0)).isEqualTo(0.33325195f);
    assertThat(bytes("?", 1, 0).get(1)).isEqualTo(false);
    assertThat(bytes("S3", 'a', 0, 'b').get(0)).isEqualTo("a\0b");
    assertThat(bytes("V2", 1, 254).get(0)).isEqualTo(new byte[] {1, -2});
    assertThat(NDArray.of(1.5).astype("complex64").get(0)).isEqualTo(new Complex(1.5, 0));
  }

  @Test
  void structuredItemsAreMapsOfTheirFields() {
    assertThat(points().get(1))
        .isEqualTo(Map.of("name", "bc", "xy", points().field("xy").row(1)));
    assertThat(points().field("xy").describe()).isEqualTo(">i2 (2, 2)");
    assertThat(points().field("xy").toLongArray()).containsExactly(1, 2, 3, -4);
    assertThat(points().rows(1, 2).field("name").toStringArray()).containsExactly("bc");
    assertThatThrownBy(() -> points().field("z"))
        .hasMessageContaining("No field 'z'")
        .extracting("hint")
        .isEqualTo("Fields: name, xy.");
    assertThatThrownBy(() -> points().sum()).isInstanceOf(DataException.class);
  }

  @Test
  void complexNumbersGrowAndShrink() {
    ByteBuffer parts = ByteBuffer.allocate(32);
    parts.putDouble(1.5).putDouble(-2).putDouble(0).putDouble(3);
    NDArray wide = NDArray.wrap(DType.of(">c16"), new long[] {2, 1}, List.of(parts.flip()));
    NDArray narrow = wide.astype("complex64");
    assertThat(narrow.dtype()).isEqualTo(DType.COMPLEX64);
    assertThat(narrow.get(0, 0)).isEqualTo(new Complex(1.5, -2));
    assertThat(narrow.astype(">c16")).isEqualTo(wide);
    NDArray both = NDArray.concat(0, narrow, wide.astype("complex128"));
    assertThat(both.dtype()).isEqualTo(DType.COMPLEX128);
    assertThat(both.imag().toDoubleArray()).containsExactly(-2, 3, -2, 3);
  }

  @Test
  void complexNumbersComeApart() {
    NDArray array = bytes("<c8", 0, 0, 128, 63, 0, 0, 0, 64);
    assertThat(array.real().toDoubleArray()).containsExactly(1);
    assertThat(array.imag().toDoubleArray()).containsExactly(2);
    assertThat(array.getString(0)).isEqualTo("(1.0+2.0j)");
    assertThatThrownBy(array::sum).extracting("hint").isEqualTo("Take real() or imag().");
    assertThatThrownBy(() -> NDArray.of(1).real()).isInstanceOf(DataException.class);
  }

  @Test
  void timesAreIsoTextsAndCounts() {
    NDArray days = NDArray.of(0L, 19000L, Long.MIN_VALUE).astype("datetime64[D]");
    assertThat(days.toStringArray()).containsExactly("1970-01-01", "2022-01-08", "NaT");
    assertThat(days.getLong(1)).isEqualTo(19000);
    assertThat(days.getDouble(2)).isNaN();
    assertThat(NDArray.of(-1L).astype("datetime64[ms]").getString(0))
        .isEqualTo("1969-12-31T23:59:59.999");
    assertThat(NDArray.of(-1L, 40L).astype("datetime64[M]").toStringArray())
        .containsExactly("1969-12", "1973-05");
    assertThat(NDArray.of(90L).astype("datetime64[m]").getString(0)).isEqualTo("1970-01-01T01:30");
    assertThat(NDArray.of(2L).astype("datetime64[25s]").getString(0))
        .isEqualTo("1970-01-01T00:00:50");
    assertThat(NDArray.of(Long.MAX_VALUE).astype("datetime64[D]").getString(0))
        .isEqualTo("9223372036854775807 D");
    assertThat(NDArray.of(7L).astype("timedelta64[s]").getString(0)).isEqualTo("7");
  }

  @Test
  void whatDoesNotFitIsAnError() {
    assertThatThrownBy(() -> NDArray.of(1L << 31).toIntArray())
        .isInstanceOf(DataException.class)
        .hasMessage("2147483648 does not fit an int.");
    assertThatThrownBy(() -> NDArray.of(0.5).toLongArray()).hasMessageContaining("0.5");
    assertThatThrownBy(() -> NDArray.of(Double.NaN).getLong(0)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> bytes("<u8", 0, 0, 0, 0, 0, 0, 0, 128).getLong(0))
        .hasMessageContaining("9223372036854775808");
    assertThatThrownBy(() -> NDArray.of(300).astype("uint8")).hasMessage("300 does not fit uint8.");
    assertThatThrownBy(() -> NDArray.of(-1).astype("uint64")).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> NDArray.of(1e19).astype("int64")).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> NDArray.of("abc").astype("<U2")).hasMessageContaining("'abc'");
    assertThatThrownBy(() -> NDArray.of("abc").astype("int8")).isInstanceOf(DataException.class);
    assertThat(NDArray.of(1e19).astype("uint64").get(0))
        .isEqualTo(new BigInteger("10000000000000000000"));
    assertThat(NDArray.of(-1.9, 1.9).astype("int8").toIntArray()).containsExactly(-1, 1);
  }

  @Test
  void halvesRoundToEvenAndOverflowToInfinity() {
    NDArray halves = NDArray.of(65519, 65520, 2049, 2051, 0x1p-24, 0x1p-25, -0.0, 0x1.fffp-15)
        .astype("float16");
    assertThat(halves.toDoubleArray())
        .containsExactly(65504, Double.POSITIVE_INFINITY, 2048, 2052, 0x1p-24, 0, -0.0, 0x1p-14);
  }

  @Test
  void numbersAreTextsOfTheFewestDigitsThatTellThem() {
    assertThat(NDArray.of(0.1, 1e16, 123456, 1e-5, 0x1p-24, -0.0, Double.NaN).toStringArray())
        .containsExactly(
            "0.1", "1e+16", "123456.0", "1e-05", "5.960464477539063e-08", "-0.0", "nan");
    assertThat(NDArray.of(0.1f).getString(0)).isEqualTo("0.1");
    assertThat(NDArray.of(0.1).astype("float16").getString(0)).isEqualTo("0.1");
  }

  @Test
  void reshapeKeepsTheOrderOfItems() {
    NDArray array = NDArray.arange(6).reshape(2, -1);
    assertThat(array.shape()).containsExactly(2, 3);
    assertThat(array.transpose().flatten().toLongArray()).containsExactly(0, 3, 1, 4, 2, 5);
    assertThat(array.reshape(1, 6, 1).shape()).containsExactly(1, 6, 1);
    assertThatThrownBy(() -> array.reshape(4, -1)).hasMessageContaining("(4, -1)");
    assertThatThrownBy(() -> array.reshape(-1, -1)).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> array.transpose(0, 0)).isInstanceOf(DataException.class);
  }

  @Test
  void shapesThatCannotBeAreRefused() {
    assertThatThrownBy(() -> NDArray.zeros(DType.INT8, -1)).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> NDArray.zeros(DType.INT8, 1L << 32, 1L << 32))
        .isInstanceOf(DataException.class);
    assertThat(NDArray.zeros(DType.INT8, 1L << 62, 1L << 62, 0).size()).isZero();
    assertThatThrownBy(() -> NDArray.wrap(new double[3], 2)).hasMessageContaining("3 items");
    assertThatThrownBy(() -> NDArray.of(new double[][] {{1}, {1, 2}}))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(
            () -> NDArray.wrap(DType.INT16, new long[] {1}, List.of(ByteBuffer.allocate(3))))
        .hasMessageContaining("3 bytes");
  }

  @Test
  void equalityIsByTypeShapeAndValues() {
    NDArray array = NDArray.of(1, Double.NaN);
    assertThat(array).isEqualTo(NDArray.of(1, -Double.NaN)).isNotEqualTo(NDArray.of(1, 2.0));
    assertThat(array).isNotEqualTo(NDArray.of(1, Float.NaN)).isNotEqualTo(array.reshape(1, 2));
    assertThat(points()).isEqualTo(points().flip(0).flip(0)).hasSameHashCodeAs(points());
    assertThat(points()).isNotEqualTo(points().flip(0));
    assertThat(NDArray.of("a")).isNotEqualTo(NDArray.of("b"));
  }

  @Test
  void concatWidensTypes() {
    assertThat(NDArray.concat(0, NDArray.of("a"), NDArray.of("bcd")).toStringArray())
        .containsExactly("a", "bcd");
    assertThat(NDArray.concat(0, NDArray.of(1), NDArray.of(2.5)).dtype()).isEqualTo(DType.FLOAT64);
    assertThat(NDArray.concat(-1, NDArray.of(true), NDArray.of(2)).toLongArray())
        .containsExactly(1, 2);
    assertThatThrownBy(() -> NDArray.concat(0, NDArray.of("a"), NDArray.of(1)))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> NDArray.concat(0, NDArray.zeros(DType.INT8, 1, 2), NDArray.of(1)))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> NDArray.concat(0)).isInstanceOf(DataException.class);
  }

  @Test
  void masksChooseRows() {
    NDArray names = NDArray.of("CA1", "VISp", "CA1");
    NDArray depths = NDArray.of(new double[][] {{1, 2}, {3, 4}, {5, 6}});
    assertThat(depths.where(names.equalTo("CA1")).toDoubleMatrix())
        .isDeepEqualTo(new double[][] {{1, 2}, {5, 6}});
    assertThat(depths.take(-1, 0).column(0).toDoubleArray()).containsExactly(5, 1);
    assertThatThrownBy(() -> depths.where(NDArray.of(true))).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> depths.take(3)).hasMessageContaining("Index 3");
  }

  @Test
  void largeTransposesAreCopiedInTiles() {
    NDArray array = NDArray.arange(300 * 5000).reshape(300, 5000);
    long[] copy = array.transpose().toLongArray();
    assertThat(copy).hasSize(300 * 5000).startsWith(0, 5000, 10000).endsWith(1494999, 1499999);
    assertThat(NDArray.wrap(copy, 5000, 300)).isEqualTo(array.transpose());
    assertThat(array.transpose().isColumnMajor()).isTrue();
    assertThat(array.isColumnMajor()).isFalse();
  }

  @Test
  void itemsAreWrittenInRowMajorOrderInTheirOwnByteOrder() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    bytes(">i2", 0, 1, 0, 2, 0, 3, 0, 4).reshape(2, 2).transpose().writeItems(out);
    assertThat(out.toByteArray()).containsExactly(0, 1, 0, 3, 0, 2, 0, 4);
  }

  @Test
  void doublesOfBothByteOrdersAreReadInBulk() {
    ByteBuffer little = ByteBuffer.allocate(800).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer big = ByteBuffer.allocate(800);
    for (int i = 0; i < 100; i++) {
      little.putDouble(i + 0.5);
      big.putDouble(i + 0.5);
    }
    NDArray a = NDArray.wrap(DType.of("<f8"), new long[] {100}, List.of(little.flip()));
    NDArray b = NDArray.wrap(DType.of(">f8"), new long[] {100}, List.of(big.flip()));
    assertThat(a.toDoubleArray())
        .isEqualTo(b.toDoubleArray())
        .startsWith(0.5, 1.5)
        .endsWith(99.5);
    assertThat(b.astype("<f8")).isEqualTo(a).isNotEqualTo(b);
  }

  @Test
  void longWorkStopsWhenInterrupted() {
    NDArray zeros = NDArray.zeros(DType.INT8, 1L << 50);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(zeros::sum).isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void namedArraysAnswerByName() {
    NamedArrays arrays = new NamedArrays(Map.of("x", NDArray.of(1.5)));
    assertThat(arrays.array()).isSameAs(arrays.get("x"));
    assertThat(arrays.describe()).isEqualTo("1 array: x float64 (1,)");
    assertThat(arrays.find("y")).isEmpty();
    assertThatThrownBy(() -> arrays.get("y")).hasMessageContaining("'y'");
    assertThatThrownBy(() -> new NamedArrays(Map.of()).array())
        .hasMessage("This is not an array but 0 arrays.");
  }
}
