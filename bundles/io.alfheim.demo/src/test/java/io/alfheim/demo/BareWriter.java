/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo;

import io.alfheim.data.Data;
import io.alfheim.data.DatasetWriter;
import io.alfheim.data.Document;
import io.alfheim.data.NDArray;
import io.alfheim.data.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Writes values without the frills of a format: what the data are, and then all of their items. */
final class BareWriter implements DatasetWriter {

  static Map<String, DatasetWriter> of(String... extensions) {
    Map<String, DatasetWriter> writers = new HashMap<>();
    Stream.of(extensions).forEach(extension -> writers.put(extension, new BareWriter()));
    return writers;
  }

  static Map<String, DatasetWriter> ofAll() {
    return of("csv", "json", "jsonable", "npy", "pqt", "tsv");
  }

  @Override
  public void write(Data data, OutputStream out) throws IOException {
    out.write((data.describe() + "\n").getBytes(StandardCharsets.UTF_8));
    if (data instanceof NDArray array) {
      array.writeItems(out);
    } else if (data instanceof Document document) {
      out.write(document.toJson().getBytes(StandardCharsets.UTF_8));
    } else {
      Table table = data.table();
      for (int row = 0; row < table.rows(); row++) {
        out.write((table.row(row) + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
