/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.io.IOException;
import java.io.OutputStream;

/** A {@link DatasetWriter} that can write tables longer than memory; a service under both names. */
public interface TableWriter extends DatasetWriter {

  /**
   * Writes all pieces as one table. They have equal columns and categories; the metadata are those of
   * the last.
   *
   * @param out not closed by the writer
   * @throws IOException if a piece does not fit the format or those before it, or if {@code out} fails
   */
  void write(TablePieces pieces, OutputStream out) throws IOException;
}
