/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.catalog.internal;

import io.alfheim.data.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of the cache, which is named by its content, under the name of its dataset.
 *
 * @param name the name of the dataset
 * @param copy the file
 */
record CachedSource(String name, Path copy) implements ByteSource {
  @Override
  public long size() throws IOException {
    return Files.size(copy);
  }

  @Override
  public InputStream openStream() throws IOException {
    return Files.newInputStream(copy);
  }

  @Override
  public SeekableByteChannel openChannel() throws IOException {
    return Files.newByteChannel(copy);
  }

  @Override
  public Optional<Path> file() {
    return Optional.of(copy);
  }

  @Override
  public String toString() {
    return name + " (" + copy + ")";
  }
}
