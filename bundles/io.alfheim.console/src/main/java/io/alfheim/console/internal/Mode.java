/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal;

import java.util.ArrayList;
import java.util.List;

/** What the console is to run. */
sealed interface Mode {

  /** A person at a prompt. */
  record Interactive() implements Mode {}

  /**
   * Lines of code, one after the other; the value of the last expression is printed.
   *
   * @param arguments what the code finds in {@code args}
   */
  record Expression(List<String> codes, List<String> arguments) implements Mode {}

  /** A file. */
  record Script(String file, List<String> arguments) implements Mode {}

  /** Standard input to its end; the value of its last expression is printed. */
  record Stdin(List<String> arguments) implements Mode {}

  /** Reads {@code -e CODE … [ARG…]}, {@code - [ARG…]}, {@code FILE [ARG…]} or nothing. */
  static Mode of(List<String> arguments, boolean terminal) {
    if (arguments.isEmpty()) {
      return terminal ? new Interactive() : new Stdin(List.of());
    }
    List<String> rest = arguments.subList(1, arguments.size());
    return switch (arguments.get(0)) {
      case "-" -> new Stdin(rest);
      case "-e" -> expression(arguments);
      default -> new Script(arguments.get(0), rest);
    };
  }

  private static Expression expression(List<String> arguments) {
    List<String> codes = new ArrayList<>();
    int next = 0;
    for (; next < arguments.size() && arguments.get(next).equals("-e"); next += 2) {
      codes.add(arguments.get(next + 1));
    }
    return new Expression(codes, arguments.subList(next, arguments.size()));
  }
}
