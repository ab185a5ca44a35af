/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Fields that are long arrays: only what is shown of them counts. */
class FieldTextTest {
  private static final int LONG = 2000;

  private static NDArray items(int count, DType type, List<Integer> shape, ByteBuffer bytes) {
    DType.Field field = new DType.Field("x", type, shape, 0);
    DType item = DType.struct(List.of(field), field.size());
    return NDArray.wrap(item, new long[] {count}, List.of(bytes));
  }

  private static ByteBuffer numbers(int count) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      bytes.putInt(4 * i, i);
    }
    return bytes;
  }

  @Test
  void whatIsLeftOutOfAFieldMakesNoRoomForItself() {
    ByteBuffer bytes = ByteBuffer.allocate(4 * LONG).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(4 * 1000, 123456789).putInt(4 * (LONG - 1), 7);
    assertThat(items(1, DType.INT32, List.of(LONG), bytes).toString())
        .startsWith("array([([0, 0, 0, ..., 0, 0, 7],)],");
    bytes.putFloat(4 * 1000, 1e30f).putFloat(4 * (LONG - 1), 7);
    assertThat(items(1, DType.FLOAT32, List.of(LONG), bytes).toString())
        .startsWith("array([([0., 0., 0., ..., 0., 0., 7.],)],");
  }

  @Test
  void bothEndsOfEachAxisOfAFieldAreShown() {
    String text = items(2, DType.INT32, List.of(40, 50), numbers(2 * LONG)).toString();
    assertThat(text)
        .contains("([[   0,    1,    2, ...,   47,   48,   49], [  50,")
        .contains("...,  147,  148,  149], ..., [1850, 1851, 1852, ...,")
        .contains("[1950, 1951, 1952, ..., 1997, 1998, 1999]],)")
        .contains("([[2000, 2001, 2002, ...,")
        .contains("[3950, 3951, 3952, ..., 3997, 3998, 3999]],)");
  }

  @Test
  void bothEndsOfStructuresWithinAFieldAreShown() {
    DType pair = DType.struct(
        List.of(
            new DType.Field("a", DType.INT32, List.of(), 0),
            new DType.Field("b", DType.INT32, List.of(2), 4)),
        12);
    String text = items(3, pair, List.of(LONG), numbers(9 * LONG)).toString();
    assertThat(text)
        .contains("([(    0, [    1,     2]), (    3, [    4,     5]), (    6,")
        .contains("..., (")
        .contains("(17994, [17995, 17996]), (17997, [17998, 17999])],)");
  }

  @Test
  void measuringManyNumbersAnswersAnInterruption() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> new FloatText(new double[] {1, 2}, 8, false))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
