/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import io.alfheim.data.DatasetReader;
import io.alfheim.data.ReadsFormat;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Reads JSON values, one per line, as a list. */
@Component(service = DatasetReader.class)
@ReadsFormat(extensions = "jsonable")
public final class JsonLinesReader extends DocumentReader {
  /** A reader; it keeps no state. */
  public JsonLinesReader() {
    super("JSON, one value per line");
  }

  @Override
  Object parse(Reader text) throws IOException {
    List<@Nullable Object> values = new ArrayList<>();
    JsonStream.readAll(text, values);
    return values;
  }
}
