/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.alf.DatasetPath;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.spi.Whiteboard;
import io.alfheim.data.DatasetWriter;
import java.util.Locale;

/** The formats that can be written now. */
record Writers(Whiteboard<DatasetWriter> installed) {

  /** Who writes files with the extension of a dataset. */
  DatasetWriter get(DatasetPath path) {
    String extension = path.name().extension().toLowerCase(Locale.ROOT);
    return installed
        .find(extension)
        .orElseThrow(() -> new CatalogException(
            "Nothing installed writes '." + extension + "', the format of '" + path
                + "'. Installed: " + String.join(", ", installed.keys()) + ".",
            "Take one of these, or drop a bundle that writes it into the plugins folder of the"
                + " home."));
  }
}
