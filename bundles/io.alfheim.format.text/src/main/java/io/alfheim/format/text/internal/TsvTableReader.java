/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import io.alfheim.data.DatasetReader;
import io.alfheim.data.ReadsFormat;
import org.osgi.service.component.annotations.Component;

/** Reads tables whose cells are separated by tabs. */
@Component(service = DatasetReader.class)
@ReadsFormat(extensions = {"tsv", "htsv"})
public final class TsvTableReader extends DelimitedReader {
  /** A reader; it keeps no state. */
  public TsvTableReader() {
    super('\t');
  }
}
