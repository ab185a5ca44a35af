/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

import java.util.regex.Pattern;

/** Types and signatures without packages, which fill the line and say little. */
public final class TypeNames {
  private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z_][\\w]*\\.)+(?=[A-Z])");

  private TypeNames() {}

  /** The text without any package in it. */
  public static String shorten(String signature) {
    return PACKAGE.matcher(signature).replaceAll("");
  }
}
