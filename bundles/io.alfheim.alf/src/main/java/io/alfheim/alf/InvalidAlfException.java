/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.alf;

/** A text does not follow the ALF convention, or lacks the part an operation needs. */
public final class InvalidAlfException extends AlfException {
  private static final long serialVersionUID = 1;

  private final String text;

  /**
   * @param text the text that was judged
   * @param message one line, ends with a full stop
   * @param hint what to do next, one line
   */
  public InvalidAlfException(String text, String message, String hint) {
    super(message, hint);
    this.text = text;
  }

  /** The text that was judged. */
  public String text() {
    return text;
  }
}
