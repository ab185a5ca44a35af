/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import io.alfheim.data.DatasetReader;
import io.alfheim.data.ReadsFormat;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Reads one YAML 1.2 document of plain values. */
@Component(service = DatasetReader.class)
@ReadsFormat(extensions = {"yaml", "yml"})
public final class YamlReader extends DocumentReader {
  /** A reader; it keeps no state. */
  public YamlReader() {
    super("YAML");
  }

  @Override
  @Nullable
  Object parse(Reader text) throws IOException {
    return new YamlTree().read(text);
  }
}
