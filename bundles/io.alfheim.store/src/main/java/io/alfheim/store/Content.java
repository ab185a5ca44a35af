/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The bytes of one file in a store, not yet fetched. May be opened any number of times and shared
 * between threads; whoever opens closes.
 */
public interface Content {

  /** The number of bytes. */
  long size() throws IOException;

  /** All bytes, from the first to the last. */
  InputStream openStream() throws IOException;

  /**
   * The bytes from one of them to the last. A store reads none of those before, where it can.
   *
   * @param from the first, at most the size
   */
  default InputStream openStream(long from) throws IOException {
    InputStream in = openStream();
    try {
      in.skipNBytes(from);
      return in;
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /** The bytes at random, read-only. A store reads no more than what is asked for, where it can. */
  SeekableByteChannel openChannel() throws IOException;

  /**
   * The MD5 of the bytes in 32 hex digits, if the store remembers it from when they were written. That
   * is fast and reads nothing, so it does not tell what has become of the bytes since.
   */
  default Optional<String> md5() throws IOException {
    return Optional.empty();
  }

  /**
   * How often reading goes on where it broke off, and broke off again without having got on, before that
   * is an error: for those who read long files to their ends.
   */
  default int retries() throws IOException {
    return 2;
  }

  /** The local file that is exactly these bytes, if there is one; it may be mapped into memory. */
  default Optional<Path> file() {
    return Optional.empty();
  }
}
