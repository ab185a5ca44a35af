/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Sums and differences that a {@code double}, or a {@code long} on the way, would spoil. */
class ExactSumsTest {
  private static final long BIG = (1L << 53) + 1;
  private static final long HUGE = Long.MIN_VALUE;
  private static final long NAT = Long.MIN_VALUE;

  private static NDArray unsigned(long... bits) {
    return ArrayFactory.ofBits(DType.UINT64, bits, bits.length);
  }

  private static NDArray durations(String unit, long... counts) {
    return NDArray.of(counts).astype("m8[" + unit + "]");
  }

  private static NDArray points(String unit, long... counts) {
    return NDArray.of(counts).astype("M8[" + unit + "]");
  }

  private static BigInteger number(long bits, boolean unsigned) {
    return unsigned ? new BigInteger(Long.toUnsignedString(bits)) : BigInteger.valueOf(bits);
  }

  private static boolean fits(BigInteger number) {
    return number.bitLength() < Long.SIZE;
  }

  @Test
  void theOrderOfWholeNumbersDoesNotMatter() {
    long[][] orders = {{Long.MAX_VALUE, 1, -2}, {1, -2, Long.MAX_VALUE}, {-2, Long.MAX_VALUE, 1}};
    for (long[] order : orders) {
      NDArray numbers = NDArray.of(order);
      assertThat(numbers.sumLong()).isEqualTo(Long.MAX_VALUE - 1);
      assertThat(numbers.sum()).isEqualTo(0x1p63);
      assertThat(numbers.sum(0).getLong()).isEqualTo(Long.MAX_VALUE - 1);
      assertThat(numbers.reshape(1, 3).sum(1).toLongArray()).containsExactly(Long.MAX_VALUE - 1);
    }
  }

  @Property
  void sumsOfAnyLengthAreThoseOfUnlimitedNumbers(
      @ForAll @Size(max = 40) List<Long> parts, @ForAll boolean unsigned) {
    long[] bits = new long[parts.size() * 1000];
    BigInteger expected = BigInteger.ZERO;
    for (int i = 0; i < bits.length; i++) {
      bits[i] = parts.get(i % parts.size());
      expected = expected.add(number(bits[i], unsigned));
    }
    NDArray numbers = unsigned ? unsigned(bits) : NDArray.of(bits);
    assertThat(numbers.sum()).isEqualTo(expected.doubleValue());
    if (fits(expected)) {
      assertThat(numbers.sumLong()).isEqualTo(expected.longValueExact());
      assertThat(numbers.sum(0).getLong()).isEqualTo(expected.longValueExact());
    } else {
      assertThatThrownBy(numbers::sumLong).isInstanceOf(DataException.class);
    }
  }

  @Property
  void numbersWithAndWithoutASignAreAddedAndSubtractedExactly(
      @ForAll long a, @ForAll long b, @ForAll boolean unsignedA, @ForAll boolean unsignedB) {
    NDArray left = unsignedA ? unsigned(a) : NDArray.of(a);
    NDArray right = unsignedB ? unsigned(b) : NDArray.of(b);
    BigInteger x = number(a, unsignedA);
    BigInteger y = number(b, unsignedB);
    if (fits(x.add(y))) {
      assertThat(left.plus(right)).isEqualTo(NDArray.of(x.add(y).longValueExact()));
    } else {
      assertThatThrownBy(() -> left.plus(right)).hasMessage("A result does not fit int64.");
    }
    if (fits(x.subtract(y))) {
      assertThat(left.minus(right)).isEqualTo(NDArray.of(x.subtract(y).longValueExact()));
    } else {
      assertThatThrownBy(() -> left.minus(right)).hasMessage("A result does not fit int64.");
    }
  }

  @Test
  void numbersBeyondTheGreatestLongAreReckonedWith() {
    NDArray ids = unsigned(HUGE + 3, HUGE + 5);
    assertThat(ids.diff()).isEqualTo(NDArray.of(2L));
    assertThat(ids.minus(unsigned(HUGE + 5, HUGE + 3))).isEqualTo(NDArray.of(-2L, 2L));
    assertThat(ids.row(0).minus(5).getLong()).isEqualTo(Long.MAX_VALUE - 1);
    assertThat(ids.minus(NDArray.of(5, 6)).toLongArray())
        .containsExactly(Long.MAX_VALUE - 1, Long.MAX_VALUE);
    assertThat(ids.plus(NDArray.of(-5, -6)).getLong(1)).isEqualTo(Long.MAX_VALUE);
    assertThat(unsigned(HUGE + 3, 7).sum(0).get()).isEqualTo(number(HUGE + 10, true));
    assertThat(unsigned(1, 7).sum(0).dtype()).isEqualTo(DType.UINT64);
    assertThat(unsigned(1, 7).sumLong()).isEqualTo(8);
    assertThatThrownBy(() -> ids.sum(0)).hasMessage("A result does not fit uint64.");
    assertThatThrownBy(ids::sumLong).hasMessage("A result does not fit int64.");
    assertThatThrownBy(() -> ids.plus(0L)).hasMessage("A result does not fit int64.");
  }

  @Test
  void sumsOfDurationsAreDurations() {
    NDArray stretches = durations("ns", BIG, 0, 5, NAT, NAT, 7).reshape(3, 2);
    assertThat(durations("ns", BIG, 0).sum(0).reshape(1)).isEqualTo(durations("ns", BIG));
    assertThat(stretches.sum(1)).isEqualTo(durations("ns", BIG, NAT, NAT));
    assertThat(stretches.astype(">m8[ns]").sum(1)).isEqualTo(stretches.sum(1));
    assertThat(durations("s", Long.MAX_VALUE, 1, -2).sum(0).getLong())
        .isEqualTo(Long.MAX_VALUE - 1);
    assertThat(durations("s", 2, 3).sumLong()).isEqualTo(5);
    assertThat(durations("s", 2, NAT).sum()).isNaN();
    assertThat(durations("s", 2, 3).sum()).isEqualTo(5);
  }

  @Test
  void whatIsNotATimeOrAPointInTimeHasNoSum() {
    assertThatThrownBy(() -> durations("s", NAT, 5).sumLong()).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> durations("s", NAT + 1, -1).sum(0))
        .hasMessage("A result does not fit timedelta64[s].");
    assertThatThrownBy(() -> points("s", 1).sumLong())
        .isInstanceOf(DataException.class)
        .hasMessageContaining("datetime64[s]");
    assertThatThrownBy(() -> points("s", 1).sum()).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> points("s", 1).sum(0)).isInstanceOf(DataException.class);
  }

  @Test
  void timesAreNotMultipliedWithEachOther() {
    NDArray point = points("ms", 5000);
    NDArray stretch = durations("s", 5);
    for (NDArray other : List.of(point, stretch, NDArray.of(2), NDArray.of(2.0))) {
      assertThatThrownBy(() -> point.times(other)).isInstanceOf(DataException.class);
      assertThatThrownBy(() -> other.times(point)).isInstanceOf(DataException.class);
      assertThatThrownBy(() -> point.dividedBy(other)).isInstanceOf(DataException.class);
      assertThatThrownBy(() -> other.dividedBy(point)).isInstanceOf(DataException.class);
    }
    assertThatThrownBy(() -> stretch.times(stretch))
        .hasMessageContaining("timedelta64[s] and timedelta64[s]");
    assertThatThrownBy(() -> NDArray.of(2).dividedBy(stretch)).isInstanceOf(DataException.class);
  }

  @Test
  void durationsAreMultipliedAndDividedByNumbers() {
    NDArray stretch = durations("s", 5);
    assertThat(stretch.times(2)).isEqualTo(durations("s", 10));
    assertThat(NDArray.of(2).times(stretch)).isEqualTo(durations("s", 10));
    assertThat(stretch.times(0.5)).isEqualTo(NDArray.of(2.5));
    assertThat(stretch.dividedBy(2)).isEqualTo(NDArray.of(2.5));
    assertThat(durations("ms", 5000).dividedBy(stretch)).isEqualTo(NDArray.of(1.0));
    assertThatThrownBy(() -> durations("s", NAT + 1).times(2))
        .hasMessage("A result does not fit timedelta64[s].");
  }
}
