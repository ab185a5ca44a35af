/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.npy.internal;

import io.alfheim.data.Data;
import io.alfheim.data.DataException;
import io.alfheim.data.DatasetWriter;
import io.alfheim.data.NDArray;
import io.alfheim.data.NamedArrays;
import io.alfheim.data.WritesFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.osgi.service.component.annotations.Component;

/** Writes arrays into a compressed zip archive of npy files. */
@Component(service = DatasetWriter.class)
@WritesFormat(extensions = "npz")
public final class NpzWriter implements DatasetWriter {
  /** The earliest that an archive can tell, so that equal arrays give equal archives. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** A writer; it keeps no state. */
  public NpzWriter() {}

  @Override
  public void write(Data data, OutputStream out) throws IOException {
    Map<String, NDArray> arrays = arrays(data);
    ZipOutputStream archive = new ZipOutputStream(out);
    for (Map.Entry<String, NDArray> array : arrays.entrySet()) {
      ZipEntry entry = new ZipEntry(array.getKey() + NpzReader.EXTENSION);
      entry.setTimeLocal(NO_TIME);
      archive.putNextEntry(entry);
      NpyWriter.writeArray(array.getValue(), archive);
      archive.closeEntry();
    }
    archive.finish();
  }

  private static Map<String, NDArray> arrays(Data data) throws IOException {
    try {
      return data instanceof NamedArrays named
          ? named.arrays()
          : Map.of(NpzReader.UNNAMED, data.array());
    } catch (DataException e) {
      throw new IOException("An npz file holds arrays, not " + data.describe() + ".", e);
    }
  }
}
