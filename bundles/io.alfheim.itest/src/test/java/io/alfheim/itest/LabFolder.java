/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import io.alfheim.data.Data;
import io.alfheim.data.DatasetWriter;
import io.alfheim.data.WritesFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with datasets of one lab, written by the writers that are installed. */
record LabFolder(Path root, Services services) {
  /** An empty one. */
  static LabFolder create(Services services) throws IOException {
    return new LabFolder(Dist.newFolder("lab"), services);
  }

  /** Writes a file in the format that its extension says. */
  LabFolder with(String path, Data data) throws Exception {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    String extension = path.substring(path.lastIndexOf('.') + 1);
    DatasetWriter writer =
        services.get(DatasetWriter.class, "(" + WritesFormat.EXTENSIONS + "=" + extension + ")");
    try (OutputStream out = Files.newOutputStream(file)) {
      writer.write(data, out);
    }
    return this;
  }
}
