/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import io.alfheim.data.DatasetWriter;
import io.alfheim.data.WritesFormat;
import org.osgi.service.component.annotations.Component;

/** Writes tables whose cells are separated by commas. */
@Component(service = DatasetWriter.class)
@WritesFormat(extensions = {"csv"})
public final class CsvTableWriter extends DelimitedWriter {
  /** A writer; it keeps no state. */
  public CsvTableWriter() {
    super(',');
  }
}
