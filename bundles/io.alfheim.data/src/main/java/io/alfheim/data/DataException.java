/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

/** Something was asked of data that it cannot give. The {@link #hint()} says what to do instead. */
public class DataException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String hint;

  /**
   * @param message one line: what was asked and what is there
   * @param hint the next thing to try
   */
  public DataException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  /** The next thing to try, one line. */
  public String hint() {
    return hint;
  }

  static DataException notA(String wanted, Data data) {
    return new DataException(
        "This is not " + wanted + " but " + data.describe() + ".",
        "Ask for what it is: array(), table() or document().");
  }
}
