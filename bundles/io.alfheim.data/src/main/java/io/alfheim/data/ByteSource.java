/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The bytes of one file, wherever they are. Nothing is opened or fetched before it is asked for.
 *
 * <p>Every call of {@link #openStream()} or {@link #openChannel()} gives a new, independent view from
 * the first byte, which the caller closes. A source may be shared between threads.
 */
public interface ByteSource {

  /** The file name, with its extension. */
  String name();

  /** The number of bytes. */
  long size() throws IOException;

  /** The bytes from the first to the last. */
  InputStream openStream() throws IOException;

  /** The bytes at random; read-only. */
  SeekableByteChannel openChannel() throws IOException;

  /** The local file that holds exactly these bytes and may be mapped into memory, if there is one. */
  default Optional<Path> file() {
    return Optional.empty();
  }

  /** The bytes of a local file. */
  static ByteSource of(Path file) {
    return new ByteSource() {
      @Override
      public String name() {
        return String.valueOf(file.getFileName());
      }

      @Override
      public long size() throws IOException {
        return Files.size(file);
      }

      @Override
      public InputStream openStream() throws IOException {
        return Files.newInputStream(file);
      }

      @Override
      public SeekableByteChannel openChannel() throws IOException {
        return Files.newByteChannel(file);
      }

      @Override
      public Optional<Path> file() {
        return Optional.of(file);
      }

      @Override
      public String toString() {
        return file.toString();
      }
    };
  }
}
