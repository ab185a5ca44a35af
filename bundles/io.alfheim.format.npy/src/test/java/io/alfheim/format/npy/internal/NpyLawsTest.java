/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.npy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.alfheim.data.DType;
import io.alfheim.data.DType.Field;
import io.alfheim.data.Data;
import io.alfheim.data.DatasetWriter;
import io.alfheim.data.NDArray;
import io.alfheim.data.NamedArrays;
import io.alfheim.testkit.MemorySource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read back, for arrays of any type, shape and order in memory. */
class NpyLawsTest {

  private static Arbitrary<DType> simpleTypes() {
    return Arbitraries.of(
            "b1",
            "i1",
            "<i2",
            ">i2",
            "<i8",
            ">i8",
            "u1",
            ">u4",
            "<u8",
            "<f2",
            ">f2",
            "<f4",
            "<f8",
            ">f8",
            "<c8",
            ">c16",
            "<U3",
            ">U1",
            "S4",
            "S1",
            "V5",
            "<M8[ns]",
            ">M8[25s]",
            "<m8[D]")
        .map(DType::of);
  }

  private static Arbitrary<DType> types(int depth) {
    if (depth == 0) {
      return simpleTypes();
    }
    Arbitrary<DType> structs = types(depth - 1)
        .flatMap(type -> Combinators.combine(
                Arbitraries.strings()
                    .alpha()
                    .numeric()
                    .withChars("'\"\\ é\u03b8\n")
                    .ofMinLength(1)
                    .ofMaxLength(4),
                Arbitraries.integers().between(0, 3).list().ofMaxSize(2),
                Arbitraries.integers().between(0, 5))
            .as((name, shape, gap) -> new Field(name, type, shape, gap)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(NpyLawsTest::struct);
    return Arbitraries.oneOf(simpleTypes(), structs);
  }

  /** One behind the other; the offset of each is the gap before it. */
  private static DType struct(List<Field> fields) {
    List<Field> placed = new ArrayList<>();
    int end = 0;
    for (Field field : fields) {
      int offset = end + field.offset();
      String name = placed.size() + field.name();
      placed.add(new Field(name, field.type(), field.shape(), offset));
      end = offset + field.size();
    }
    return DType.struct(placed, end + fields.get(0).offset());
  }

  @Provide
  Arbitrary<NDArray> arrays() {
    return Combinators.combine(
            types(2),
            Arbitraries.longs().between(0, 4).list().ofMaxSize(4),
            Arbitraries.integers().between(0, 3),
            Arbitraries.longs())
        .as(NpyLawsTest::array);
  }

  private static NDArray array(DType type, List<Long> lengths, int order, long seed) {
    long[] shape = lengths.stream().mapToLong(n -> n).toArray();
    long size = lengths.stream().reduce(1L, Math::multiplyExact);
    byte[] bytes = new byte[(int) size * type.itemSize()];
    new Random(seed).nextBytes(bytes);
    NDArray array = NDArray.wrap(type, shape, List.of(ByteBuffer.wrap(bytes)));
    return switch (order) {
      case 0 -> array;
      case 1 -> array.transpose();
      case 2 -> array.rank() == 0 ? array : array.slice(0, 0, 4, 2);
      default -> array.rank() == 0 ? array : array.flip(-1);
    };
  }

  private static byte[] write(Data data, DatasetWriter writer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(data, out);
    return out.toByteArray();
  }

  @Property(tries = 500)
  void anyArrayComesBackFromNpy(@ForAll("arrays") NDArray array) throws IOException {
    byte[] bytes = write(array, new NpyWriter());
    NDArray back = new NpyReader().read(MemorySource.of("x.npy", bytes)).array();
    assertThat(back).isEqualTo(array);
    assertThat(back.isColumnMajor()).isEqualTo(array.isColumnMajor());
    assertThat((bytes.length - array.size() * array.dtype().itemSize()) % 64).isZero();
  }

  @Property(tries = 100)
  void anyArraysComeBackFromNpz(@ForAll("arrays") NDArray first, @ForAll("arrays") NDArray second)
      throws IOException {
    NamedArrays arrays = new NamedArrays(Map.of("x", first, "a/ü b", second));
    byte[] bytes = write(arrays, new NpzWriter());
    assertThat(new NpzReader().read(MemorySource.of("x.npz", bytes))).isEqualTo(arrays);
  }
}
