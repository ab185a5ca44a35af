/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.store.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;

/** The bytes of a local file as from a server: nobody is told where they are. */
public class FarContent implements Content {
  protected final Content content;

  /** Of a local file. */
  public FarContent(Content content) {
    this.content = content;
  }

  @Override
  public long size() throws IOException {
    return content.size();
  }

  @Override
  public InputStream openStream() throws IOException {
    return content.openStream();
  }

  @Override
  public SeekableByteChannel openChannel() throws IOException {
    return content.openChannel();
  }
}
