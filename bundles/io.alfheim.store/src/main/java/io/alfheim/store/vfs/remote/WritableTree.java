/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs.remote;

import io.alfheim.store.StorePath;
import java.io.IOException;
import java.io.OutputStream;

/** A tree whose files can be written. */
public interface WritableTree extends RemoteTree {

  /**
   * A stream to a new file, or over an old one. Unless this is a {@link FolderTree}, the file appears
   * when the stream is closed, and the stream is {@link io.alfheim.store.vfs.Abortable}.
   */
  OutputStream write(StorePath file) throws IOException;

  /** Deletes a file. */
  void delete(StorePath file) throws IOException;
}
