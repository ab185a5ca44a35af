/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes the files of one family of formats; a service, marked with {@link WritesFormat}. A writer
 * keeps no state and may be called by many threads at once.
 */
public interface DatasetWriter {

  /**
   * Writes the content so that the reader of the same extension gives back an equal value.
   *
   * @param out not closed by the writer
   * @throws IOException if the content does not fit the format, before anything is written, or if
   *     {@code out} fails
   */
  void write(Data data, OutputStream out) throws IOException;
}
