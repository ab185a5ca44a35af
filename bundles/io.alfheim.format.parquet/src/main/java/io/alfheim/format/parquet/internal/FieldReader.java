/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import io.alfheim.data.Column;
import java.util.concurrent.CancellationException;
import org.apache.parquet.column.page.PageReadStore;

/** Reads one field of the schema, row group by row group, into a column. */
interface FieldReader {

  /** Reads the rows of one row group. */
  void read(PageReadStore pages);

  /** The column, once all row groups have been read. */
  Column build();

  /** Bytes that each row takes in memory, at the least. */
  int width();

  /** Gives up if the thread was interrupted; looks every few thousand rows. */
  static void checkInterrupted(long row) {
    if ((row & 0xfff) == 0 && Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Reading was interrupted.");
    }
  }
}
