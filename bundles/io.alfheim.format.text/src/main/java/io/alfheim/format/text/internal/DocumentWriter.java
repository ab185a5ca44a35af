/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import io.alfheim.data.Data;
import io.alfheim.data.DataException;
import io.alfheim.data.DatasetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Writes a document, which is put together in memory first: a failure leaves nothing half done. */
abstract class DocumentWriter implements DatasetWriter {
  private final String format;

  DocumentWriter(String format) {
    this.format = format;
  }

  @Override
  public final void write(Data data, OutputStream out) throws IOException {
    StringWriter text = new StringWriter();
    try {
      print(data.document().value(), text);
    } catch (DataException e) {
      throw new IOException(format + " holds a document; this is " + data.describe() + ".", e);
    }
    ByteBuffer bytes = Utf8.encode(text.toString());
    out.write(bytes.array(), bytes.arrayOffset(), bytes.limit());
    out.flush();
  }

  /** Prints the tree of a document. */
  abstract void print(@Nullable Object value, Writer text) throws IOException;
}
