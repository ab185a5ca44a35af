/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.format.text.internal;

import io.alfheim.data.ByteSource;
import io.alfheim.data.Data;
import io.alfheim.data.DatasetWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/** A file in memory that counts how often it was opened and how often closed. */
final class TextSource implements ByteSource {
  private final String name;
  private final byte[] bytes;
  int opened;
  int closed;

  TextSource(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes.clone();
  }

  TextSource(String name, String text) {
    this(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** What the writer makes of the data. */
  static TextSource written(DatasetWriter writer, Data data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(data, out);
    return new TextSource("written", out.toByteArray());
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public InputStream openStream() {
    opened++;
    return new ByteArrayInputStream(bytes) {
      @Override
      public void close() {
        closed++;
      }
    };
  }

  @Override
  public SeekableByteChannel openChannel() {
    throw new UnsupportedOperationException("text is read as a stream");
  }
}
