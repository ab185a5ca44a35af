/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

/**
 * The content of one dataset. Immutable.
 *
 * <p>Whoever knows what to expect asks for it in one word and needs no cast: {@code
 * session.load("spikes.times").array()}. A format may bring its own kind of data by implementing
 * this interface.
 */
public interface Data {

  /** One line that says what this is, for example {@code float64 (1200, 3)}. */
  String describe();

  /**
   * This content as an array.
   *
   * @throws DataException if it is something else
   */
  default NDArray array() {
    throw DataException.notA("an array", this);
  }

  /**
   * This content as a table.
   *
   * @throws DataException if it is something else
   */
  default Table table() {
    throw DataException.notA("a table", this);
  }

  /**
   * This content as a document of maps, lists, texts and numbers (JSON, YAML).
   *
   * @throws DataException if it is something else
   */
  default Document document() {
    throw DataException.notA("a document", this);
  }
}
