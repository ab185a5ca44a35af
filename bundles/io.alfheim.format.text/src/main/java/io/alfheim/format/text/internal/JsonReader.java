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

/** Reads one JSON value. */
@Component(service = DatasetReader.class)
@ReadsFormat(extensions = "json")
public final class JsonReader extends DocumentReader {
  /** A reader; it keeps no state. */
  public JsonReader() {
    super("JSON");
  }

  @Override
  @Nullable
  Object parse(Reader text) throws IOException {
    List<@Nullable Object> values = new ArrayList<>();
    JsonStream.readAll(text, values);
    if (values.size() != 1) {
      throw new MalformedTextException("there are " + values.size() + " values in it, not one");
    }
    return values.get(0);
  }
}
