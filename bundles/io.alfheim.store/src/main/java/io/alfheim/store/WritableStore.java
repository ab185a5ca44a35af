/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;

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
   * Whether a file that is replaced is there at every moment, for other processes as well, and when
   * this one is killed meanwhile. Where it is not, what is whole is better left as it is.
   */
  default boolean replacesAtOnce() {
    return false;
  }

  /**
   * Sets when a file was changed last, as exactly as the store tells it; its bytes stay.
   *
   * @return false if this store has no such way, or the file is somebody else's; nothing has happened
   *     then
   * @throws java.nio.file.NoSuchFileException if there is no such file, where the store can do it
   */
  default boolean setModified(StorePath file, Instant time) throws IOException {
    return false;
  }

  /** Looks at a copy before it counts; an exception says that it is not what it should be. */
  @FunctionalInterface
  interface Check {
    /** Reads as much of it as it needs to. */
    void check(Content copy) throws IOException;
  }

  /**
   * Copies a file of another store, or of this one, to a new name without its bytes passing through
   * this program: from disk to disk, or on a server that has both. The copy is checked before it has
   * its name, or at once after where a server has no other way. When the check ends in an exception,
   * it is passed on and nothing is left behind. Until {@link #force} a power cut may leave the
   * beginning of a copy, or nothing.
   *
   * @return false if these two stores have no such way; nothing has happened then, and one can still
   *     read the one and write the other
   * @throws java.nio.file.FileAlreadyExistsException if there is something at this path already
   * @throws java.nio.file.NoSuchFileException if there is nothing to copy
   */
  default boolean copyFrom(Store from, StorePath file, StorePath copy, Check check)
      throws IOException {
    return false;
  }

  /**
   * Waits until the disk has the copies that {@link #copyFrom} made. All else that is written is there
   * when writing it returns.
   *
   * @throws java.nio.file.NoSuchFileException if there is no such file, where the store looks
   */
  default void force(Collection<StorePath> copies) throws IOException {}

  /**
   * How many files may be begun before the first of them is whole. Each may take a connection, of
   * which a server lets few be open; who writes may read from the same store meanwhile.
   */
  default int filesAtATime() {
    return 4;
  }

  /**
   * Deletes a file, and then the folders above it that have become empty.
   *
   * @throws java.nio.file.NoSuchFileException if there is no such file
   */
  void delete(StorePath file) throws IOException;
}
