/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import io.alfheim.data.DatasetWriter;
import io.alfheim.data.WritesFormat;
import org.osgi.service.component.annotations.Component;

/** Writes tables whose cells are separated by tabs. */
@Component(service = DatasetWriter.class)
@WritesFormat(extensions = {"tsv", "htsv"})
public final class TsvTableWriter extends DelimitedWriter {
  /** A writer; it keeps no state. */
  public TsvTableWriter() {
    super('\t');
  }
}
