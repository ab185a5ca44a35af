/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.terminal;

import java.util.regex.Pattern;

/** Signatures without the packages of types, which fill the line and say little. */
final class Signatures {
  private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z_][\\w]*\\.)+(?=[A-Z])");

  private Signatures() {}

  static String shorten(String signature) {
    return PACKAGE.matcher(signature).replaceAll("");
  }
}
