/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.blobs.mym;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.data.Complex;
import io.alfheim.data.DType;
import io.alfheim.data.NDArray;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every value. */
class MymLawsTest {

  @Property(tries = 500)
  void whatIsPackedComesOutAsItWas(@ForAll("values") Object value) {
    assertThat(Mym.unpack(Mym.pack(value))).isEqualTo(value);
  }

  @Property(tries = 200)
  void arraysOfEveryTypeAndShapeComeOutAsTheyWere(
      @ForAll("types") String type, @ForAll("shapes") List<Integer> shape) {
    long[] lengths = shape.stream().mapToLong(i -> i).toArray();
    long size = shape.stream().mapToLong(i -> i).reduce(1, (a, b) -> a * b);
    NDArray array = NDArray.arange(size).reshape(lengths).astype(type);
    byte[] packed = Mym.pack(array);
    assertThat(Mym.unpack(packed)).isEqualTo(array);
    assertThat(Mym.pack(Mym.unpack(packed))).isEqualTo(packed);
    assertThat(Mym.pack(array.transpose().transpose())).isEqualTo(packed);
  }

  @Property(tries = 200)
  void arraysOfComplexNumbersComeOutAsTheyWere(@ForAll("shapes") List<Integer> shape) {
    long[] lengths = shape.stream().mapToLong(i -> i).toArray();
    NDArray array = NDArray.zeros(DType.COMPLEX64, lengths);
    assertThat(Mym.unpack(Mym.pack(array))).isEqualTo(array);
  }

  @Provide
  Arbitrary<String> types() {
    return Arbitraries.of(
        "float64",
        "float32",
        "int8",
        "uint8",
        "int16",
        "uint16",
        "int32",
        "uint32",
        "int64",
        "uint64",
        "bool",
        "datetime64[D]",
        "datetime64[ns]");
  }

  @Provide
  Arbitrary<List<Integer>> shapes() {
    return Arbitraries.integers().between(0, 4).list().ofMaxSize(3);
  }

  @Provide
  Arbitrary<Object> values() {
    Arbitrary<Object> leaves = Arbitraries.oneOf(
        Arbitraries.longs().map(Object.class::cast),
        Arbitraries.bigIntegers()
            .map(big -> big.add(BigInteger.ONE.shiftLeft(80)))
            .map(Object.class::cast),
        Arbitraries.doubles().map(Object.class::cast),
        Arbitraries.strings().all().filter(MymLawsTest::isText).map(Object.class::cast),
        Arbitraries.of(true, false).map(Object.class::cast),
        Arbitraries.bigDecimals().map(BigDecimal::toString).map(BigDecimal::new),
        Arbitraries.create(UUID::randomUUID),
        Arbitraries.of(new Complex(0, -1), LocalDateTime.of(1, 1, 1, 23, 59, 59, 999_999_000)));
    return Arbitraries.recursive(() -> leaves, this::nested, 3);
  }

  private static boolean isText(String text) {
    return new String(
            text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            java.nio.charset.StandardCharsets.UTF_8)
        .equals(text);
  }

  private Arbitrary<Object> nested(Arbitrary<Object> inner) {
    Arbitrary<List<Object>> lists = inner.list().ofMaxSize(3);
    return Arbitraries.oneOf(
        lists.map(Object.class::cast),
        inner.set().ofMaxSize(3).map(Object.class::cast),
        Arbitraries.maps(inner, inner).ofMaxSize(3).map(Object.class::cast),
        lists.map(Tuple::new),
        lists.map(ValueArray::of),
        lists.map(CellArray::of));
  }
}
