/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ArrayMathTest {
  private static final NDArray TABLE = NDArray.of(new double[][] {{1, 2, 3}, {4, 5, 9}});
  private static final NDArray EMPTY = NDArray.of(new double[0]);

  @Test
  void reductionsOverAllItems() {
    assertThat(TABLE.sum()).isEqualTo(24);
    assertThat(TABLE.mean()).isEqualTo(4);
    assertThat(TABLE.std()).isCloseTo(2.581988897471611, within(1e-15));
    assertThat(TABLE.min()).isEqualTo(1);
    assertThat(TABLE.max()).isEqualTo(9);
    assertThat(TABLE.argmax()).isEqualTo(5);
    assertThat(TABLE.transpose().argmax()).isEqualTo(5);
    assertThat(NDArray.of(3, 1, 1).argmin()).isEqualTo(1);
    assertThat(NDArray.of(1, Double.NaN, 0).argmin()).isEqualTo(1);
  }

  @Test
  void reductionsAlongAnAxis() {
    assertThat(TABLE.sum(0).toDoubleArray()).containsExactly(5, 7, 12);
    assertThat(TABLE.mean(1).toDoubleArray()).containsExactly(2, 6);
    assertThat(TABLE.std(0).toDoubleArray()).containsExactly(1.5, 1.5, 3);
    assertThat(TABLE.max(-1).toDoubleArray()).containsExactly(3, 9);
    assertThat(TABLE.astype("int16").min(0)).isEqualTo(NDArray.of(1, 2, 3).astype("int16"));
    assertThat(TABLE.astype("int16").sum(0).dtype()).isEqualTo(DType.INT64);
    assertThatThrownBy(() -> TABLE.sum(2)).hasMessageContaining("No axis 2");
  }

  @Test
  void emptyArraysHaveASumButNoExtremes() {
    assertThat(EMPTY.sum()).isZero();
    assertThat(EMPTY.mean()).isNaN();
    assertThat(EMPTY.std()).isNaN();
    assertThat(EMPTY.any()).isFalse();
    assertThat(EMPTY.all()).isTrue();
    assertThatThrownBy(EMPTY::max).isInstanceOf(DataException.class);
    assertThatThrownBy(EMPTY::argmin).isInstanceOf(DataException.class);
    NDArray rows = NDArray.zeros(DType.FLOAT64, 0, 3);
    assertThat(rows.sum(0).toDoubleArray()).containsExactly(0, 0, 0);
    assertThat(rows.sum(1).size()).isZero();
    assertThat(rows.max(1).size()).isZero();
    assertThatThrownBy(() -> rows.max(0)).isInstanceOf(DataException.class);
  }

  @Test
  void notANumberSpreadsExceptWhereAskedNotTo() {
    NDArray gaps = NDArray.of(1, Double.NaN, 3);
    assertThat(gaps.sum()).isNaN();
    assertThat(gaps.min()).isNaN();
    assertThat(gaps.max(0).getDouble()).isNaN();
    assertThat(gaps.nanmean()).isEqualTo(2);
    assertThat(gaps.isNaN().toBooleanArray()).containsExactly(false, true, false);
    assertThat(gaps.where(gaps.isNaN().not()).sum()).isEqualTo(4);
    assertThat(NDArray.of(1, Double.POSITIVE_INFINITY).sum()).isInfinite();
  }

  @Test
  void wholeNumbersAreSummedExactly() {
    long big = (1L << 53) + 1;
    assertThat(NDArray.of(big, 1).sumLong()).isEqualTo(big + 1);
    assertThat(NDArray.of(true, false, true).sumLong()).isEqualTo(2);
    assertThat(NDArray.of(Long.MAX_VALUE, 1).sum()).isEqualTo(0x1p63);
    assertThatThrownBy(() -> NDArray.of(Long.MAX_VALUE, 1).sumLong())
        .hasMessage("A result does not fit int64.");
    assertThatThrownBy(() -> NDArray.of(Long.MAX_VALUE, 1).sum(0))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> NDArray.of(0.5).sumLong()).isInstanceOf(DataException.class);
  }

  @Test
  void longSumsLoseNothingThatMatters() {
    double[] tenths = DoubleStream.generate(() -> 0.1).limit(1_000_000).toArray();
    assertThat(NDArray.wrap(tenths, 1000, 1000).sum()).isCloseTo(100_000, within(1e-8));
    assertThat(NDArray.wrap(tenths, 1000, 1000).transpose().mean()).isCloseTo(0.1, within(1e-16));
  }

  @Test
  void wholeNumbersStayWholeUntilTheyMeetOthers() {
    NDArray counts = NDArray.of(1, 2).astype("uint8");
    assertThat(counts.minus(2).toLongArray()).containsExactly(-1, 0);
    assertThat(counts.times(counts).dtype()).isEqualTo(DType.INT64);
    assertThat(counts.plus(0.5)).isEqualTo(NDArray.of(1.5, 2.5));
    assertThat(counts.dividedBy(2)).isEqualTo(NDArray.of(0.5, 1.0));
    assertThat(counts.map(Math::sqrt).getDouble(0)).isEqualTo(1);
    assertThatThrownBy(() -> NDArray.of(Long.MIN_VALUE).minus(1))
        .hasMessage("A result does not fit int64.");
  }

  @Test
  void whatIsTooLongForOneArrayIsRefused() {
    assertThatThrownBy(() -> NDArray.arange(3_000_000_000L))
        .isInstanceOf(DataException.class)
        .hasMessage("The whole numbers to 3000000000 do not fit one array.");
    assertThatThrownBy(() -> NDArray.arange(0, 3e9, 1))
        .isInstanceOf(DataException.class)
        .hasMessage("The numbers from 0.0 to 3.0E9 in steps of 1.0 do not fit one array.");
    assertThatThrownBy(() -> NDArray.arange(0, 1, 0)).hasMessageContaining("No end");
    assertThatThrownBy(() -> NDArray.arange(0, Double.NaN, 1)).hasMessageContaining("No end");
    assertThat(NDArray.arange(-5).size()).isZero();
  }

  @Test
  void shapesAreMatchedFromTheLastAxis() {
    assertThat(TABLE.minus(TABLE.mean(0)).sum(0).toDoubleArray()).containsExactly(0, 0, 0);
    assertThat(TABLE.minus(TABLE.mean(1).reshape(2, 1)).row(1).toDoubleArray())
        .containsExactly(-2, -1, 3);
    assertThatThrownBy(() -> TABLE.plus(NDArray.of(1, 2)))
        .hasMessage("Shapes (2, 3) and (2,) do not match.");
  }

  @Test
  void differencesAreOfNeighboursOnTheLastAxis() {
    assertThat(TABLE.diff()).isEqualTo(NDArray.of(new double[][] {{1, 1}, {1, 4}}));
    assertThat(NDArray.of(5).diff().size()).isZero();
    assertThat(EMPTY.diff().size()).isZero();
    assertThatThrownBy(() -> NDArray.scalar(1).diff()).isInstanceOf(DataException.class);
  }

  @Test
  void comparisonsGiveMasks() {
    NDArray x = NDArray.of(1, 2, 3);
    assertThat(x.greaterThan(1).and(x.lessThan(3)).toBooleanArray())
        .containsExactly(false, true, false);
    assertThat(x.atLeast(3).or(x.atMost(1)).toBooleanArray()).containsExactly(true, false, true);
    assertThat(x.equalTo(2).toBooleanArray()).containsExactly(false, true, false);
    assertThat(x.equalTo(NDArray.of(1.0, 2.5, 3.0)).not().any()).isTrue();
    assertThat(x.greaterThan(0).all()).isTrue();
    long big = (1L << 53) + 1;
    assertThat(NDArray.of(big).equalTo(big).any()).isTrue();
    assertThat(NDArray.of(big).equalTo(big - 1).any()).isFalse();
    assertThatThrownBy(() -> NDArray.of("a").greaterThan(1)).isInstanceOf(DataException.class);
  }
}
