/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a search from the first digit on. */
class DecimalsTest {

  private static void check(double value, int bytes) {
    if (Double.isFinite(value)) {
      assertThat(new BigDecimal(Decimals.text(value, bytes)))
          .isEqualByComparingTo(shortest(value, bytes));
    }
  }

  private static BigDecimal shortest(double value, int bytes) {
    BigDecimal exact = new BigDecimal(value);
    for (int precision = 1; precision < 17; precision++) {
      for (RoundingMode mode : List.of(RoundingMode.HALF_EVEN, RoundingMode.UP)) {
        BigDecimal rounded = exact.round(new MathContext(precision, mode));
        if (back(rounded, bytes) == value) {
          return rounded;
        }
      }
    }
    return exact.round(new MathContext(17, RoundingMode.HALF_EVEN));
  }

  private static double back(BigDecimal decimal, int bytes) {
    return switch (bytes) {
      case 2 -> Half.toFloat(Half.of(decimal.doubleValue()));
      case 4 -> decimal.floatValue();
      default -> decimal.doubleValue();
    };
  }

  @Property
  void anyNumberHasTheFewestDigits(@ForAll long bits) {
    check(Double.longBitsToDouble(bits), 8);
    check(Float.intBitsToFloat((int) bits), 4);
    check(Half.toFloat((short) bits), 2);
  }

  @Property
  void shortNumbersKeepTheirDigits(@ForAll int digits, @ForAll byte exponent) {
    check(digits * Math.pow(10, exponent), 8);
    check((float) (digits * Math.pow(10, exponent >> 3)), 4);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        Double.MIN_VALUE,
        3 * Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        0x1p-1022 + 0x1p-1074,
        0x1p53,
        0x1p-44,
        0x1.fffffffffffffp52,
        0.1,
        1e22
      })
  void numbersAtTheEdgesHaveTheFewestDigits(double value) {
    check(value, 8);
    check(-value, 8);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.MIN_VALUE, Float.MIN_NORMAL, Float.MAX_VALUE, 0x1p-126f, 0x1p24f})
  void narrowNumbersAtTheEdgesHaveTheFewestDigits(float value) {
    check(value, 4);
  }
}
