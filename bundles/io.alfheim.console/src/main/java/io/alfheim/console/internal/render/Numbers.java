/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import java.util.Locale;

/** Numbers as people like to read them. */
final class Numbers {
  private Numbers() {}

  static String text(Number number) {
    return number instanceof Double || number instanceof Float
        ? text(number.doubleValue())
        : number.toString();
  }

  /** Six digits that matter. */
  static String text(double number) {
    double size = Math.abs(number);
    if (number == 0 || Double.isNaN(number) || Double.isInfinite(number)) {
      return String.valueOf(number);
    }
    if (size < 1e-4 || size >= 1e7) {
      return String.format(Locale.ROOT, "%.4e", number);
    }
    if (size >= 1e5) {
      return String.format(Locale.ROOT, "%.1f", number);
    }
    String text = String.format(Locale.ROOT, "%.6g", number).replaceAll("0+$", "");
    return text.endsWith(".") ? text + "0" : text;
  }

  /** A count with its thousands set apart. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
