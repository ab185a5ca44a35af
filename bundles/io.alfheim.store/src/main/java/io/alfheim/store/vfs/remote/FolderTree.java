/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs.remote;

import io.alfheim.store.StorePath;
import java.io.IOException;

/** A tree with folders of their own, and with renaming: files are written under hidden names. */
public interface FolderTree extends WritableTree {

  /**
   * Makes a folder in one that is there.
   *
   * @throws java.nio.file.FileAlreadyExistsException if there is something of that name
   */
  void makeFolder(StorePath folder) throws IOException;

  /** Deletes an empty folder; one that is not empty is an error. */
  void deleteFolder(StorePath folder) throws IOException;

  /** Renames a file to a name that is free. */
  void rename(StorePath from, StorePath to) throws IOException;
}
