/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.parquet.internal;

import io.alfheim.data.Column;
import org.apache.parquet.column.page.PageReadStore;

/** Reads one field of the schema into columns. */
interface FieldReader {

  /** Goes to the first row of a row group. */
  void start(PageReadStore pages);

  /** Reads the next rows of the row group. */
  void read(int rows);

  /** Lets the row group go. */
  void end();

  /** The column of all rows read since the last one was made. */
  Column build();

  /** Bytes that each row takes in memory, at the least. */
  int width();
}
