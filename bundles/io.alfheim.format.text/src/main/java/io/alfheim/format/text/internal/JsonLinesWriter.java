/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.alfheim.data.DatasetWriter;
import io.alfheim.data.WritesFormat;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Writes the elements of a list as JSON values, one per line. */
@Component(service = DatasetWriter.class)
@WritesFormat(extensions = "jsonable")
public final class JsonLinesWriter extends DocumentWriter {
  /** A writer; it keeps no state. */
  public JsonLinesWriter() {
    super("JSON, one value per line,");
  }

  @Override
  void print(@Nullable Object value, Writer text) throws IOException {
    if (!(value instanceof List<?> list) || list.isEmpty()) {
      throw new IOException("JSON, one value per line, needs a list with at least one element.");
    }
    try (JsonGenerator out = JsonStream.FACTORY.createGenerator(text)) {
      out.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
      for (Object element : list) {
        JsonStream.write(element, out);
      }
    }
    text.append('\n');
  }
}
