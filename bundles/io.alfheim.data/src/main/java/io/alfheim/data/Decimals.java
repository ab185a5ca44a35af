/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Floating point numbers of 16, 32 or 64 bits with the fewest digits that tell them apart. */
final class Decimals {
  /** The most digits behind the point when arrays are printed. */
  private static final int PRECISION = 8;

  private Decimals() {}

  /** As Python prints a number: {@code 0.1}, {@code 1.0}, {@code 1e+16}, {@code nan}. */
  static String text(double value, int bytes) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return notFinite(value);
    }
    BigDecimal digits = shortest(Math.abs(value), bytes);
    int exponent = digits.precision() - digits.scale() - 1;
    String sign = sign(value);
    if (value != 0 && (exponent < -4 || exponent >= 16)) {
      return sign + scientific(digits, 0, 2).replace(".e", "e");
    }
    String plain = digits.toPlainString();
    return sign + (plain.contains(".") ? plain : plain + ".0");
  }

  static String notFinite(double value) {
    return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
  }

  static String sign(double value) {
    return Double.doubleToRawLongBits(value) < 0 ? "-" : "";
  }

  /** With at most eight digits behind the point: {@code -0.25}, {@code 3.}. */
  static String positional(double value, int bytes) {
    BigDecimal digits = shortest(Math.abs(value), bytes);
    if (digits.scale() > PRECISION) {
      digits = trim(new BigDecimal(Math.abs(value)).setScale(PRECISION, RoundingMode.HALF_EVEN));
    }
    String plain = digits.toPlainString();
    return sign(value) + (plain.contains(".") ? plain : plain + ".");
  }

  /** The number of digits behind the point of {@link #scientific}, trailing zeros not counted. */
  static int fractionDigits(double value, int bytes) {
    return Math.min(PRECISION, rounded(value, bytes).precision() - 1);
  }

  /** The number of digits of the exponent of {@link #scientific}. */
  static int exponentDigits(double value, int bytes) {
    BigDecimal digits = rounded(value, bytes);
    return Math.abs(digits.precision() - digits.scale() - 1) >= 100 ? 3 : 2;
  }

  /** One digit before the point and {@code fraction} behind it: {@code 1.50e-07}. */
  static String scientific(double value, int fraction, int exponentDigits) {
    BigDecimal digits = trim(significant(value, fraction));
    return sign(value) + scientific(digits, fraction, exponentDigits);
  }

  private static BigDecimal rounded(double value, int bytes) {
    BigDecimal digits = shortest(Math.abs(value), bytes);
    return digits.precision() - 1 <= PRECISION ? digits : trim(significant(value, PRECISION));
  }

  private static BigDecimal significant(double value, int fraction) {
    return new BigDecimal(Math.abs(value))
        .round(new MathContext(fraction + 1, RoundingMode.HALF_EVEN));
  }

  private static String scientific(BigDecimal digits, int fraction, int exponentDigits) {
    StringBuilder text = new StringBuilder(digits.unscaledValue().toString());
    int exponent = digits.signum() == 0 ? 0 : digits.precision() - digits.scale() - 1;
    while (text.length() < fraction + 1) {
      text.append('0');
    }
    text.insert(1, '.');
    String format = "e%s%0" + exponentDigits + "d";
    return text.append(
            String.format(Locale.ROOT, format, exponent < 0 ? "-" : "+", Math.abs(exponent)))
        .toString();
  }

  /** The shortest decimal that only this number of so many bytes is nearest to. */
  private static BigDecimal shortest(double value, int bytes) {
    if (value == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal exact = new BigDecimal(value);
    for (int precision = digitsToTell(value, bytes); precision < 17; precision++) {
      // Above a power of two, numbers lie twice as far apart as below: the next decimal up may be
      // within reach though the nearest one, below, is not.
      for (RoundingMode mode : List.of(RoundingMode.HALF_EVEN, RoundingMode.UP)) {
        BigDecimal rounded = exact.round(new MathContext(precision, mode));
        if (back(rounded, bytes) == value) {
          return trim(rounded);
        }
      }
    }
    return trim(exact.round(new MathContext(17, RoundingMode.HALF_EVEN)));
  }

  /**
   * So few digits that numbers lie closer together than decimals: no two of these have the same
   * nearest number, so that a shorter one is this one without its zeros. The smallest numbers lie
   * too far apart.
   */
  private static int digitsToTell(double value, int bytes) {
    return switch (bytes) {
      case 2 -> value < 0x1p-14 ? 1 : 3;
      case 4 -> value < Float.MIN_NORMAL ? 1 : 6;
      default -> value < Double.MIN_NORMAL ? 1 : 15;
    };
  }

  private static double back(BigDecimal decimal, int bytes) {
    return switch (bytes) {
      case 2 -> Half.toFloat(Half.of(decimal.doubleValue()));
      case 4 -> decimal.floatValue();
      default -> decimal.doubleValue();
    };
  }

  /** Without trailing zeros; whole numbers without an exponent. */
  private static BigDecimal trim(BigDecimal decimal) {
    BigDecimal bare = decimal.stripTrailingZeros();
    return bare.signum() == 0 ? BigDecimal.ZERO : bare;
  }
}
