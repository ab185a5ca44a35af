/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs.remote;

import org.apache.commons.vfs2.FileName;
import org.apache.commons.vfs2.FileType;
import org.apache.commons.vfs2.provider.AbstractFileName;

/** The name of a file in a tree that begins at {@code /}. It may end in names that no store has. */
final class RemoteName extends AbstractFileName {
  private final String path;

  RemoteName(String scheme, String path, FileType type) {
    super(scheme, path, type);
    this.path = path;
  }

  @Override
  public FileName createName(String absolute, FileType type) {
    return new RemoteName(getScheme(), absolute, type);
  }

  /** VFS would overlook an empty name at the end, and take a file for its folder. */
  @Override
  public String getBaseName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  protected void appendRootUri(StringBuilder buffer, boolean addPassword) {
    buffer.append(getScheme()).append("://");
  }
}
