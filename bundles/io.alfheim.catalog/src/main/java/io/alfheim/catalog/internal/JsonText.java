/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

/** Texts as JSON has them, for reports that programs read. */
public final class JsonText {
  private static final int FIRST_PRINTED = 0x20;

  private JsonText() {}

  /** In quotes, with everything escaped that has to be. */
  public static String quoted(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < FIRST_PRINTED || Character.isSurrogate(c)) {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
