/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs.remote;

import io.alfheim.store.StorePath;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

/** A tree whose files can be written. */
public interface WritableTree extends RemoteTree {

  /**
   * A stream to a new file, or over an old one. Unless this is a {@link FolderTree}, the file appears
   * when the stream is closed, and the stream is {@link io.alfheim.store.vfs.Abortable}.
   */
  OutputStream write(StorePath file) throws IOException;

  /**
   * Copies a file of another tree to a name of this one, which appears whole, without its bytes coming
   * here.
   *
   * @return false if there is no such way between these two
   * @throws java.nio.file.NoSuchFileException if there is nothing to copy
   */
  default boolean copyFrom(RemoteTree from, StorePath file, StorePath copy) throws IOException {
    return false;
  }

  /**
   * Sets when a file was changed last, as exactly as the server tells it.
   *
   * @return false if there is no such way
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws java.nio.file.AccessDeniedException if that is for the owner of the file
   */
  default boolean setModified(StorePath file, Instant time) throws IOException {
    return false;
  }

  /** Deletes a file. */
  void delete(StorePath file) throws IOException;
}
