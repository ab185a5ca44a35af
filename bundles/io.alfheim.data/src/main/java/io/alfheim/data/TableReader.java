/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.io.IOException;

/** A {@link DatasetReader} that can read tables longer than memory; a service under both names. */
public interface TableReader extends DatasetReader {

  /**
   * Opens a table to be read piece by piece.
   *
   * @param rows in each piece but the last
   * @throws IOException as {@link #read} does
   */
  TablePieces open(ByteSource source, int rows) throws IOException;
}
