/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog;

import java.util.Locale;

/** Numbers of bytes as people say them, by thousands. */
final class ByteCount {
  private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB"};
  private static final double NEXT_UNIT = 999.5;
  private static final double TWO_DIGITS = 9.95;

  private ByteCount() {}

  static String text(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double size = bytes / 1000.0;
    int unit = 0;
    while (size >= NEXT_UNIT && unit < UNITS.length - 1) {
      size /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, size < TWO_DIGITS ? "%.1f %s" : "%.0f %s", size, UNITS[unit]);
  }
}
