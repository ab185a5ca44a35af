/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.data.ByteSource;
import io.alfheim.store.Content;
import io.alfheim.store.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Optional;

/** Content of a store, as readers take it. */
record ContentSource(Location location, Content content) implements ByteSource {
  @Override
  public String name() {
    return location.path().name();
  }

  @Override
  public long size() throws IOException {
    return content.size();
  }

  @Override
  public InputStream openStream() throws IOException {
    return content.openStream();
  }

  /** The bytes from one of them to the last. */
  InputStream openStream(long from) throws IOException {
    return content.openStream(from);
  }

  @Override
  public SeekableByteChannel openChannel() throws IOException {
    return content.openChannel();
  }

  @Override
  public Optional<Path> file() {
    return content.file();
  }

  @Override
  public String toString() {
    return file().map(Path::toString).orElse(location.toString());
  }
}
