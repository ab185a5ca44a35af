/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

/** Floating point numbers of 16 bits: 1 of sign, 5 of exponent, 10 of fraction. */
final class Half {

  private Half() {}

  static float toFloat(short half) {
    int sign = (half & 0x8000) << 16;
    int exponent = half >> 10 & 31;
    int fraction = half & 0x3ff;
    if (exponent == 0) {
      float small = fraction * 0x1p-24f;
      return sign == 0 ? small : -small;
    }
    int bits = exponent == 31 ? 0x7f800000 : (exponent + 112) << 23;
    return Float.intBitsToFloat(sign | bits | fraction << 13);
  }

  /** The nearest; of two equally near the one with an even last bit. */
  static short of(double value) {
    int sign = (int) (Double.doubleToRawLongBits(value) >>> 48) & 0x8000;
    double size = Math.abs(value);
    if (Double.isNaN(value)) {
      return (short) (sign | 0x7e00);
    }
    if (size >= 65520) {
      return (short) (sign | 0x7c00);
    }
    if (size < 0x1p-14) {
      return (short) (sign | (int) Math.rint(size * 0x1p24));
    }
    int exponent = Math.getExponent(size);
    // A fraction rounded up to 1024 carries over into the exponent, as it should.
    int fraction = (int) Math.rint(Math.scalb(size, 10 - exponent)) - 1024;
    return (short) (sign | ((exponent + 15) << 10) + fraction);
  }
}
