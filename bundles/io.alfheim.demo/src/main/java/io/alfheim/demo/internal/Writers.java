/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.demo.internal;

import io.alfheim.data.Data;
import io.alfheim.data.DatasetWriter;
import io.alfheim.data.WritesFormat;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The installed writers by the extension they write. */
public final class Writers {
  private final Map<String, DatasetWriter> byExtension;

  public Writers(Map<String, DatasetWriter> byExtension) {
    this.byExtension = new TreeMap<>(byExtension);
  }

  /** Of services with their properties, in ascending ranking: the last one of an extension counts. */
  public static Writers ofServices(List<Map.Entry<Map<String, Object>, DatasetWriter>> services) {
    Map<String, DatasetWriter> found = new TreeMap<>();
    for (Map.Entry<Map<String, Object>, DatasetWriter> service : services) {
      for (String extension : extensions(service.getKey().get(WritesFormat.EXTENSIONS))) {
        found.put(extension, service.getValue());
      }
    }
    return new Writers(found);
  }

  /** A service property of texts may be one text, an array or a collection. */
  private static List<String> extensions(@Nullable Object property) {
    if (property instanceof String[] several) {
      return List.of(several);
    }
    if (property instanceof Collection<?> several) {
      return several.stream().map(String::valueOf).toList();
    }
    return property instanceof String one ? List.of(one) : List.of();
  }

  boolean canWrite(String extension) {
    return byExtension.containsKey(extension);
  }

  void require(List<String> extensions) throws IOException {
    List<String> missing = extensions.stream().filter(e -> !canWrite(e)).toList();
    if (!missing.isEmpty()) {
      throw new IOException(
          "Cannot write the demo data: no writer is installed for %s; there are writers for %s. "
                  .formatted(quoted(missing), quoted(byExtension.keySet()))
              + "Install a bundle that writes what is missing.");
    }
  }

  private static String quoted(Collection<String> extensions) {
    return extensions.isEmpty() ? "nothing" : "'" + String.join("', '", extensions) + "'";
  }

  /** Writes a new file whose extension was {@linkplain #require required}. */
  void write(Data data, String extension, Path file) throws IOException {
    DatasetWriter writer = byExtension.get(extension);
    if (writer == null) {
      throw new IllegalStateException("Nothing writes '" + extension + "'.");
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      writer.write(data, out);
    }
  }
}
