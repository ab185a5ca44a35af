/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.math.BigInteger;

/** The sum of whole numbers or durations, exactly: in no order does what is between overflow. */
final class Total {
  private static final int HALF = Integer.SIZE;
  private static final long LOWER = (1L << HALF) - 1;

  private final DType type;
  private long high;
  private long low;

  Total(DType type) {
    this.type = type;
  }

  /** Takes the next items, at most {@link Walk#BLOCK}. */
  void add(long[] bits, int count) {
    checkTimes(bits, count);
    long upper = 0;
    long lower = 0;
    long huge = 0;
    // In halves, of which a block of items overflows no long.
    for (int i = 0; i < count; i++) {
      upper += bits[i] >> HALF;
      lower += bits[i] & LOWER;
      huge += bits[i] >>> 63;
    }
    add(upper >> HALF, upper << HALF);
    add(type.isUnsignedLong() ? huge : 0, lower);
  }

  private void add(long upper, long lower) {
    low += lower;
    high += upper + Wide.carry(low, lower);
  }

  private void checkTimes(long[] bits, int count) {
    for (int i = 0; type.isTime() && i < count; i++) {
      if (bits[i] == TimeCodec.NOT_A_TIME) {
        throw new DataException(
            "A sum of durations of which one is not a time is no whole number.",
            "Leave those out: where(isNaN().not()).");
      }
    }
  }

  /** Exactly, or a {@link DataException}. */
  long toLong() {
    long[] sum = new long[1];
    Elementwise.exactly(() -> sum[0] = Wide.narrow(high, low));
    return sum[0];
  }

  /** Rounded once. */
  double toDouble() {
    return new BigInteger(Long.toUnsignedString(low))
        .add(BigInteger.valueOf(high).shiftLeft(Long.SIZE))
        .doubleValue();
  }
}
