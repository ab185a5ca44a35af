/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What does not fit into a {@code double}: the expected values are those of numpy. */
class ExactItemsTest {
  private static final long BIG = (1L << 53) + 1;
  private static final long NOW = 1_700_000_000_000_000_000L;
  private static final long NAT = Long.MIN_VALUE;

  /** 2^63 + 5 and some smaller ones. */
  private static final NDArray IDS = unsigned(Long.MIN_VALUE + 5, 0, 7);

  private static NDArray unsigned(long... bits) {
    return ArrayFactory.ofBits(DType.UINT64, bits, bits.length);
  }

  private static NDArray times(String type, long... counts) {
    return NDArray.of(counts).astype(type);
  }

  private static boolean[] mask(boolean... expected) {
    return expected;
  }

  @Test
  void neighboursBeyondFloatingPointAreToldApart() {
    assertThat(NDArray.of(BIG, BIG - 1).argmin()).isEqualTo(1);
    assertThat(NDArray.of(BIG - 1, BIG).argmax()).isEqualTo(1);
    NDArray table = NDArray.of(BIG, BIG - 1, BIG - 1, BIG).reshape(2, 2);
    assertThat(table.max(0)).isEqualTo(NDArray.of(BIG, BIG));
    assertThat(table.min(0).astype(">i8").toLongArray()).containsExactly(BIG - 1, BIG - 1);
    assertThat(NDArray.of(BIG).greaterThan(BIG - 1).all()).isTrue();
    assertThat(NDArray.of(BIG).atMost(BIG - 1).any()).isFalse();
    assertThat(
            NDArray.of(BIG).lessThan(BIG + 1).and(NDArray.of(BIG).atLeast(BIG)).all())
        .isTrue();
  }

  @Test
  void smallWholeNumbersKeepTheirTypeAndOrder() {
    assertThat(NDArray.of(3, -1, 2, 5).astype("int8").reshape(2, 2).max(0))
        .isEqualTo(NDArray.of(3, 5).astype("int8"));
    assertThat(NDArray.of(true, false).reshape(2, 1).max(0)).isEqualTo(NDArray.of(true));
    assertThat(NDArray.of(2, 1, 1, 2).reshape(2, 2).transpose().argmin()).isEqualTo(1);
  }

  @Test
  void stampsOfNanosecondsAreComparedAndSubtractedExactly() {
    NDArray stamps = times("M8[ns]", NOW, NOW + 100, NOW + 300);
    assertThat(stamps.equalTo(stamps.row(0)).toBooleanArray()).isEqualTo(mask(true, false, false));
    assertThat(stamps.greaterThan(stamps.row(1)).toBooleanArray())
        .isEqualTo(mask(false, false, true));
    assertThat(stamps.diff()).isEqualTo(times("m8[ns]", 100, 200));
    assertThat(stamps.minus(stamps.row(0)).toLongArray()).containsExactly(0, 100, 300);
    assertThat(stamps.plus(7).minus(stamps)).isEqualTo(times("m8[ns]", 7, 7, 7));
    assertThat(stamps.diff().times(3)).isEqualTo(times("m8[ns]", 300, 600));
    assertThat(stamps.argmax()).isEqualTo(2);
    assertThat(stamps.reshape(3, 1).min(0)).isEqualTo(times("M8[ns]", NOW));
    assertThat(times(">M8[ns]", NOW, NOW + 1).reshape(2, 1).max(0).getLong(0)).isEqualTo(NOW + 1);
  }

  @Test
  void notATimeIsLikeNothingAndSpreads() {
    NDArray stamps = times("M8[s]", 3, NAT, 5);
    assertThat(stamps.equalTo(stamps).toBooleanArray()).isEqualTo(mask(true, false, true));
    assertThat(stamps.lessThan(stamps.row(2)).toBooleanArray()).isEqualTo(mask(true, false, false));
    assertThat(stamps.argmin()).isEqualTo(1);
    assertThat(stamps.argmax()).isEqualTo(1);
    assertThat(stamps.reshape(3, 1).max(0)).isEqualTo(times("M8[s]", NAT));
    assertThat(stamps.reshape(3, 1).min(0)).isEqualTo(times("M8[s]", NAT));
    assertThat(stamps.diff()).isEqualTo(times("m8[s]", NAT, NAT));
    assertThat(stamps.isNaN().toBooleanArray()).isEqualTo(mask(false, true, false));
  }

  @Test
  void timesOfTwoUnitsMeetInTheFinerOne() {
    NDArray seconds = times("M8[s]", 5);
    assertThat(seconds.minus(times("M8[ms]", 5))).isEqualTo(times("m8[ms]", 4995));
    assertThat(seconds.equalTo(times("M8[ms]", 5000)).all()).isTrue();
    assertThat(times("M8[M]", 5).minus(times("M8[D]", 5))).isEqualTo(times("m8[D]", 146));
    assertThat(times("M8[25s]", 5).minus(times("M8[m]", 5))).isEqualTo(times("m8[5s]", -35));
    assertThat(times("m8[s]", 3).dividedBy(times("m8[ms]", 1500)).getDouble(0)).isEqualTo(2);
    assertThat(NDArray.concat(0, seconds, times("M8[ms]", 3))).isEqualTo(times("M8[ms]", 5000, 3));
  }

  @Test
  void whatHasNoMeaningOrDoesNotFitIsRefused() {
    NDArray point = times("M8[ns]", NOW);
    NDArray duration = times("m8[D]", 1);
    assertThatThrownBy(() -> point.plus(point)).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> duration.minus(point)).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> point.minus(0.5)).hasMessageContaining("float64");
    assertThatThrownBy(() -> point.equalTo(duration)).hasMessageContaining("durations");
    assertThatThrownBy(() -> times("m8[M]", 1).plus(duration)).hasMessageContaining("length");
    assertThatThrownBy(() -> point.plus(Long.MAX_VALUE))
        .hasMessage("A result does not fit datetime64[ns].");
    assertThatThrownBy(() -> times("m8[s]", NAT + 1).minus(1)).isInstanceOf(DataException.class);
  }

  @Test
  void numbersWithoutASignAreComparedAsSuch() {
    assertThat(IDS.equalTo(0L).toBooleanArray()).isEqualTo(mask(false, true, false));
    assertThat(IDS.equalTo(Long.MIN_VALUE + 5).any()).isFalse();
    assertThat(IDS.greaterThan(NDArray.of(-1, -1, 7)).toBooleanArray())
        .isEqualTo(mask(true, true, false));
    assertThat(NDArray.scalar(7).lessThan(IDS).toBooleanArray())
        .isEqualTo(mask(true, false, false));
    assertThat(unsigned(-1).greaterThan(unsigned(-2)).all()).isTrue();
    assertThat(IDS.not().toBooleanArray()).isEqualTo(mask(false, true, false));
    assertThat(IDS.and(NDArray.of(true, true, false)).toBooleanArray())
        .isEqualTo(mask(true, false, false));
    assertThat(IDS.astype("bool")).isEqualTo(NDArray.of(true, false, true));
    assertThat(IDS.argmax()).isZero();
    assertThat(IDS.argmin()).isEqualTo(1);
    assertThat(IDS.reshape(3, 1).max(0)).isEqualTo(unsigned(Long.MIN_VALUE + 5));
    assertThat(IDS.sum()).isEqualTo(0x1p63 + 12);
    assertThat(unsigned(-1, -1, 2).sum()).isEqualTo(0x1p65);
    assertThatThrownBy(() -> IDS.astype("int64")).isInstanceOf(DataException.class);
  }

  @Test
  void wholeNumbersAreRoundedOnceToNarrowOnes() {
    long between = (1L << 62) + (1L << 38) + 1;
    assertThat(NDArray.of(between, 7, -between).astype("float32").toDoubleArray())
        .containsExactly(0x1p62 + 0x1p39, 7, -0x1p62 - 0x1p39);
    assertThat(NDArray.of(between).toFloatArray()).containsExactly(0x1p62f + 0x1p39f);
    assertThat(unsigned((1L << 63) + (1L << 39) + 1, 3).astype(">f4").toDoubleArray())
        .containsExactly(0x1p63 + 0x1p40, 3);
    assertThat(unsigned(-1).toFloatArray()).containsExactly(0x1p64f);
  }

  @Test
  void numbersWithoutASignBecomeColumnsAndGrow() {
    Column column = Column.of("id", IDS);
    assertThat(column.type()).isEqualTo(ColumnType.UINT64);
    assertThat(column.array()).isEqualTo(IDS);
    assertThat(column.getString(0)).isEqualTo("9223372036854775813");
    Table table = DataObject.of("units", Map.of("id", IDS)).toTable();
    assertThat(table.append(table).column("id").array()).isEqualTo(NDArray.concat(0, IDS, IDS));
  }
}
