/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

/** Something asked of this package cannot be done; the message says what was asked, the hint what to do instead. */
public class AlfException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String hint;

  /**
   * @param message one line, ends with a full stop
   * @param hint what to do next, one line; empty if there is nothing to add
   */
  public AlfException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  /** What to do next, one line; may be empty. */
  public String hint() {
    return hint;
  }
}
