/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.io.IOException;

/**
 * Reads the files of one family of formats; a service, marked with {@link ReadsFormat}.
 *
 * <p>A reader keeps no state, may be called by many threads at once and closes what it opens. It
 * checks every length it finds in a file against the size of the source before it allocates, never
 * runs code found in a file, and gives up with a {@link java.util.concurrent.CancellationException}
 * when its thread is interrupted.
 */
public interface DatasetReader {

  /**
   * Reads the whole content, or maps it where {@link ByteSource#file()} allows.
   *
   * @throws IOException if the bytes cannot be read or are not what the extension promises; the
   *     message names the source, what is wrong and where
   */
  Data read(ByteSource source) throws IOException;

  /**
   * Reads a part of the rows of an array, as {@link NDArray#rows} counts them. A format in which rows
   * lie one behind another asks the source for no others; without such, the whole content is read.
   *
   * @throws IOException as {@link #read} does
   * @throws DataException if the content is no array
   */
  default NDArray readRows(ByteSource source, long from, long to) throws IOException {
    return read(source).array().rows(from, to);
  }
}
