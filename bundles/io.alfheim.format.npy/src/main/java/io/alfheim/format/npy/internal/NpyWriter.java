/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.npy.internal;

import io.alfheim.data.Data;
import io.alfheim.data.DataException;
import io.alfheim.data.DatasetWriter;
import io.alfheim.data.NDArray;
import io.alfheim.data.WritesFormat;
import java.io.IOException;
import java.io.OutputStream;
import org.osgi.service.component.annotations.Component;

/** Writes one array, byte for byte as numpy does. */
@Component(service = DatasetWriter.class)
@WritesFormat(extensions = "npy")
public final class NpyWriter implements DatasetWriter {

  /** A writer; it keeps no state. */
  public NpyWriter() {}

  @Override
  public void write(Data data, OutputStream out) throws IOException {
    writeArray(array(data), out);
  }

  private static NDArray array(Data data) throws IOException {
    try {
      return data.array();
    } catch (DataException e) {
      throw new IOException("An npy file holds one array, not " + data.describe() + ".", e);
    }
  }

  static void writeArray(NDArray array, OutputStream out) throws IOException {
    out.write(Preamble.of(array));
    NDArray stored = array.isColumnMajor() ? array.transpose() : array;
    stored.writeItems(out);
  }
}
