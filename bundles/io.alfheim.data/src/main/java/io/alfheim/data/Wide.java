/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

/** Sums and differences of whole numbers of 64 bits in 128, of which a {@code long} is the half. */
final class Wide {

  private Wide() {}

  /** The upper half of a number whose lower half these bits are. */
  static long high(long bits, boolean unsigned) {
    return unsigned ? 0 : bits >> 63;
  }

  /** What adding this item to the lower half carried over to the upper one. */
  static long carry(long sum, long item) {
    return Long.compareUnsigned(sum, item) < 0 ? 1 : 0;
  }

  static long plus(long a, boolean unsignedA, long b, boolean unsignedB) {
    long sum = a + b;
    return narrow(high(a, unsignedA) + high(b, unsignedB) + carry(sum, b), sum);
  }

  static long minus(long a, boolean unsignedA, long b, boolean unsignedB) {
    long borrowed = Long.compareUnsigned(a, b) < 0 ? 1 : 0;
    return narrow(high(a, unsignedA) - high(b, unsignedB) - borrowed, a - b);
  }

  /** The number itself, or an {@link ArithmeticException} if a {@code long} does not hold it. */
  static long narrow(long high, long low) {
    if (high != high(low, false)) {
      throw new ArithmeticException("The number takes more than 64 bits.");
    }
    return low;
  }

  /** The nearest number of 32 bits, rounded once. */
  static float toFloat(long bits, boolean unsigned) {
    // Halving keeps the lost bit, so that rounding is as of the whole number.
    return bits < 0 && unsigned ? (float) ((bits >>> 1) | (bits & 1)) * 2 : (float) bits;
  }
}
