/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.util.Arrays;

/** Prints numbers below each other: points aligned, as few digits as tell all of them. */
final class FloatText {
  private static final double SMALL = 1e-4;
  private static final double SPREAD = 1000;

  private final int bytes;
  private final boolean plus;
  private final boolean scientific;
  private int left;
  private int right;
  private int exponentDigits;
  private int fraction;

  /**
   * @param values all that are going to be printed
   * @param bytes of one number
   * @param plus whether positive numbers get a sign
   */
  FloatText(double[] values, int bytes, boolean plus) {
    this.bytes = bytes;
    this.plus = plus;
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    double[] sizes = Arrays.stream(finite).map(Math::abs).filter(v -> v != 0).toArray();
    double most = Arrays.stream(sizes).max().orElse(1);
    double least = Arrays.stream(sizes).min().orElse(1);
    double large = bytes == 2 ? 1e3 : bytes == 4 ? 1e6 : 1e8;
    scientific = most >= large || least < SMALL || most / least > SPREAD;
    for (double value : finite) {
      Walk.checkInterruption();
      measure(value);
    }
    if (scientific) {
      right = exponentDigits + 2 + fraction;
    }
    for (double value : values) {
      if (!Double.isFinite(value)) {
        boolean signed = plus || value == Double.NEGATIVE_INFINITY;
        int length = Double.isNaN(value) ? 3 : signed ? 4 : 3;
        left = Math.max(left, length - right - 1);
      }
    }
  }

  private void measure(double value) {
    if (scientific) {
      fraction = Math.max(fraction, Decimals.fractionDigits(value, bytes));
      exponentDigits = Math.max(exponentDigits, Decimals.exponentDigits(value, bytes));
      left = Math.max(left, signed(value, "0").length());
    } else {
      String text = signed(value, Decimals.positional(value, bytes).replace("-", ""));
      int point = text.indexOf('.');
      left = Math.max(left, point);
      right = Math.max(right, text.length() - point - 1);
    }
  }

  private String signed(double value, String digits) {
    String sign = Decimals.sign(value);
    return (sign.isEmpty() && plus ? "+" : sign) + digits;
  }

  String of(double value) {
    if (!Double.isFinite(value)) {
      String text = Decimals.notFinite(value);
      text = plus && !text.startsWith("-") ? "+" + text : text;
      return " ".repeat(Math.max(0, left + right + 1 - text.length())) + text;
    }
    if (scientific) {
      String text = Decimals.scientific(Math.abs(value), fraction, exponentDigits);
      return pad(signed(value, text), text.indexOf('.'), value);
    }
    String text = signed(value, Decimals.positional(value, bytes).replace("-", ""));
    int point = text.indexOf('.');
    int behind = text.length() - point - 1;
    return " ".repeat(left - point) + text + " ".repeat(right - behind);
  }

  private String pad(String text, int point, double value) {
    return " ".repeat(Math.max(0, left - point - signed(value, "").length())) + text;
  }
}
