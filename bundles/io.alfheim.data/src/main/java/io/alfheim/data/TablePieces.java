/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** A table that need not fit into memory: its rows in order, some at a time. Used by one thread. */
public interface TablePieces extends Closeable {

  /**
   * The next rows, with all columns and metadata of the table; empty after the last ones. A table
   * without rows is one piece without rows.
   *
   * @throws IOException as reading a whole table does
   */
  Optional<Table> next() throws IOException;

  @Override
  default void close() throws IOException {}
}
