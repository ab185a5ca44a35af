/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.alfheim.data.DatasetWriter;
import io.alfheim.data.WritesFormat;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Writes one JSON value, indented. */
@Component(service = DatasetWriter.class)
@WritesFormat(extensions = "json")
public final class JsonWriter extends DocumentWriter {
  /** A writer; it keeps no state. */
  public JsonWriter() {
    super("JSON");
  }

  @Override
  void print(@Nullable Object value, Writer text) throws IOException {
    try (JsonGenerator out = JsonStream.FACTORY.createGenerator(text)) {
      out.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      JsonStream.write(value, out);
    }
    text.append('\n');
  }
}
