/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store;

import java.io.IOException;
import java.io.OutputStream;

/** A store that can be written. */
public interface WritableStore extends Store {

  /** Writes the bytes of a file to a stream; whether it closes the stream is of no importance. */
  @FunctionalInterface
  interface Bytes {
    /** Writes all bytes. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a new file; folders on its way are made. The file appears under its name whole or not at
   * all: when the bytes end in an exception, it is passed on and nothing is left behind. A file that
   * is being written is in no listing.
   *
   * @throws java.nio.file.FileAlreadyExistsException if there is something at this path already
   */
  void create(StorePath file, Bytes bytes) throws IOException;

  /**
   * As {@link #create}, but a file of that name is replaced, at once and whole. A link is replaced
   * itself, not the file it leads to.
   */
  void replace(StorePath file, Bytes bytes) throws IOException;

  /**
   * Deletes a file, and then the folders above it that have become empty.
   *
   * @throws java.nio.file.NoSuchFileException if there is no such file
   */
  void delete(StorePath file) throws IOException;
}
