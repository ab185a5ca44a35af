/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.console.internal.render;

/**
 * Weights and colours.
 *
 * @param color whether escape codes are understood
 * @param unicode whether characters beyond ASCII can be shown
 */
public record Style(boolean color, boolean unicode) {

  /** Says the least. */
  public static final Style PLAIN = new Style(false, true);

  /** What matters less. */
  public String dim(String text) {
    return wrap("2", text);
  }

  /** What matters more. */
  public String bold(String text) {
    return wrap("1", text);
  }

  /** Errors. */
  public String error(String text) {
    return wrap("31", text);
  }

  /** What needs attention. */
  public String warning(String text) {
    return wrap("33", text);
  }

  /** What invites to type. */
  public String prompt(String text) {
    return wrap("32", text);
  }

  /** Stands for what is left out. */
  public String ellipsis() {
    return unicode ? "…" : "...";
  }

  private String wrap(String code, String text) {
    return color && !text.isEmpty() ? "\033[" + code + "m" + text + "\033[0m" : text;
  }
}
