/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal;

import org.jspecify.annotations.Nullable;

/**
 * Which of the standard streams are a terminal. Java cannot tell them apart; the shell script can.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 */
record Ttys(boolean in, boolean out, boolean err) {
  private static final int NARROWEST = 40;
  private static final int WITHOUT_TERMINAL = 120;

  /**
   * Reads what the script found.
   *
   * @param digits the file descriptors that are terminals, for example {@code 02}; null if nobody
   *     looked
   */
  static Ttys of(@Nullable String digits) {
    String terminals = digits == null ? "" : digits;
    return new Ttys(terminals.contains("0"), terminals.contains("1"), terminals.contains("2"));
  }

  /**
   * How wide what is printed may be.
   *
   * @param digits the columns of the terminal; null or empty without one
   */
  static int columns(@Nullable String digits) {
    return digits == null || !digits.matches("\\d{1,4}")
        ? WITHOUT_TERMINAL
        : Math.max(NARROWEST, Integer.parseInt(digits));
  }
}
