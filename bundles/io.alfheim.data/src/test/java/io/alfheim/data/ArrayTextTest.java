/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Against what numpy printed: {@code printed.txt} is made by {@code printed.py} beside it. */
class ArrayTextTest {
  private static final double NAN = Double.NaN;
  private static final double INF = Double.POSITIVE_INFINITY;

  private static Map<String, NDArray> arrays() {
    Map<String, NDArray> all = new LinkedHashMap<>();
    numbers(all);
    shapes(all);
    others(all);
    return all;
  }

  private static void numbers(Map<String, NDArray> all) {
    all.put("simple", NDArray.of(0.1, 0.25, 1));
    all.put("scalar", NDArray.scalar(1.0));
    all.put("float32", NDArray.of(0.1f, 1 / 3f, -2));
    all.put("float16", NDArray.of(0.1, 1 / 3.0, 65504).astype("float16"));
    all.put("float16small", NDArray.of(0.1, 1 / 3.0, 999).astype("float16"));
    all.put("big endian", NDArray.of(1, 2).astype(">i4"));
    all.put("tiny", NDArray.of(1e-10, 1, NAN));
    all.put("huge", NDArray.of(1e300, -1, INF, -INF));
    all.put("exponents", NDArray.of(1e-100, 1.2345678901234e99));
    all.put("thirds", NDArray.arange(40).dividedBy(3));
    all.put("negative zero", NDArray.of(-0.0, 0.0));
    all.put("only nan", NDArray.of(NAN, INF));
    all.put("nan and minus", NDArray.of(NAN, -1.5, -INF));
    all.put("rounded", NDArray.of(0.123456785, 2.000000005, 1234.5678));
    all.put("large float32", NDArray.of(1234567f, 3));
    all.put("uint64", raw("u8", 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0));
    all.put("complex64", raw(">c8", 0x3d, 0xcc, 0xcc, 0xcd, 0x40, 0, 0, 0).astype("c8"));
    all.put("complex", complex(1, 2, -0.5, -1.25, NAN, INF));
  }

  private static void shapes(Map<String, NDArray> all) {
    all.put("ints", NDArray.arange(12).reshape(3, 4).transpose());
    all.put("cube", NDArray.arange(24).reshape(2, 3, 4));
    all.put("long", NDArray.arange(2000));
    all.put("wide", NDArray.arange(0, 2000, 1).reshape(2, 1000));
    all.put("tall", NDArray.arange(3000).reshape(1000, 3));
    all.put("deep", NDArray.arange(8 * 8 * 80).reshape(8, 8, 80));
    all.put("empty", NDArray.zeros(DType.FLOAT64, 0));
    all.put("empty table", NDArray.zeros(DType.INT16, 0, 3));
    all.put("empty cube", NDArray.zeros(DType.FLOAT64, 2, 0, 3));
    all.put("ones", NDArray.wrap(new double[] {1}, 1, 1, 1));
  }

  private static void others(Map<String, NDArray> all) {
    all.put("bool", NDArray.of(true, false));
    all.put("text", NDArray.of("it's", "say \"a\"", "both '\"", "\u00e9\n\t\\", ""));
    all.put("bytes", NDArray.of("a\u00ff\n", "'").astype("S3"));
    all.put("raw", raw("V2", 1, 254, 0, 0));
    all.put("days", NDArray.of(18321, Long.MIN_VALUE, -719162).astype("M8[D]"));
    all.put("nanoseconds", NDArray.of(0L, -1).astype("M8[ns]"));
    all.put("durations", NDArray.of(5, -123, Long.MIN_VALUE).astype("m8[s]"));
    all.put("no time", NDArray.of(Long.MIN_VALUE).astype("m8[s]"));
    all.put("structured", structured());
    DType one = DType.struct(List.of(new DType.Field("x", DType.INT32, List.of(), 0)), 4);
    all.put("one field", wrap(one, ByteBuffer.wrap(new byte[] {1, 0, 0, 0, 2, 0, 0, 0})));
  }

  private static NDArray structured() {
    DType type = DType.struct(
        List.of(
            new DType.Field("name", DType.of("S2"), List.of(), 0),
            new DType.Field("xy", DType.of(">f4"), List.of(2), 2),
            new DType.Field("n", DType.UINT16, List.of(), 10)),
        12);
    ByteBuffer items = ByteBuffer.allocate(36);
    items.put(new byte[] {'a', 0}).putFloat(1).putFloat(2.5f).put(new byte[] {1, 0});
    items.put(new byte[] {'b', 'c'}).putFloat(3).putFloat(-0.25f).put(new byte[] {20, 0});
    items.put(new byte[] {'\'', 0}).putFloat(5).putFloat(6).put(new byte[] {44, 1});
    return wrap(type, items.flip());
  }

  private static NDArray complex(double... parts) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * parts.length);
    Arrays.stream(parts).forEach(bytes::putDouble);
    return wrap(DType.of(">c16"), bytes.flip()).astype("c16");
  }

  private static NDArray raw(String type, int... bytes) {
    ByteBuffer items = ByteBuffer.allocate(bytes.length);
    Arrays.stream(bytes).forEach(value -> items.put((byte) value));
    return wrap(DType.of(type), items.flip());
  }

  private static NDArray wrap(DType type, ByteBuffer bytes) {
    return NDArray.wrap(type, new long[] {bytes.limit() / type.itemSize()}, List.of(bytes));
  }

  private static Map<String, String> printed() throws IOException {
    try (InputStream in = ArrayTextTest.class.getResourceAsStream("printed.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Map<String, String> all = new LinkedHashMap<>();
      for (String part : text.substring("### ".length()).split("\n### ", -1)) {
        int line = part.indexOf('\n');
        all.put(part.substring(0, line), part.substring(line + 1).stripTrailing());
      }
      return all;
    }
  }

  private static NDArray nothing(String type, long... shape) {
    return NDArray.wrap(DType.of(type), shape, List.of());
  }

  private static long[] twos(int axes) {
    long[] shape = new long[axes];
    Arrays.fill(shape, 2);
    return shape;
  }

  @Test
  void manyShortAxesAreCutFromTheOutermostOn() {
    String text = nothing("|V0", twos(40)).toString();
    assertThat(text).hasSizeLessThan(10_000_000).contains("...");
    assertThat(NDArray.zeros(DType.INT8, twos(40)).toString()).hasSizeLessThan(10_000_000);
    assertThat(NDArray.arange(1 << 11).reshape(twos(11)).toString()).doesNotContain("...");
  }

  @Test
  void longAxesAreCutBeforeAnythingIsCopied() {
    assertThat(nothing("<U0", 3_000_000_000L, 3_000_000_000L).toString())
        .startsWith("array([['', '', '', ..., '', '', ''],\n");
    assertThat(nothing("|V0", 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7).toString())
        .hasSizeLessThan(10_000_000);
  }

  @Test
  void arraysOfNothingInAFieldAreCutToo() {
    List<Integer> shape = Collections.nCopies(40, 2);
    DType item = DType.struct(List.of(new DType.Field("x", DType.of("|V0"), shape, 0)), 0);
    assertThat(NDArray.wrap(item, new long[] {2}, List.of()).toString())
        .hasSizeLessThan(1_000_000)
        .contains("...");
  }

  @TestFactory
  Stream<DynamicTest> printsAsNumpyDoes() throws IOException {
    Map<String, NDArray> arrays = arrays();
    Map<String, String> printed = printed();
    assertThat(arrays.keySet()).containsExactlyInAnyOrderElementsOf(printed.keySet());
    return printed.entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(
            entry.getKey(),
            () -> assertThat(arrays.get(entry.getKey())).hasToString(entry.getValue())));
  }
}
