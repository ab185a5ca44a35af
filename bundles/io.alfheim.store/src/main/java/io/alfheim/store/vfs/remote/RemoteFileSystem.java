/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs.remote;

import java.util.Collection;
import org.apache.commons.vfs2.Capability;
import org.apache.commons.vfs2.FileName;
import org.apache.commons.vfs2.FileObject;
import org.apache.commons.vfs2.FileSystemOptions;
import org.apache.commons.vfs2.provider.AbstractFileName;
import org.apache.commons.vfs2.provider.AbstractFileSystem;

/** A tree as a file system of VFS. */
final class RemoteFileSystem extends AbstractFileSystem {
  private final RemoteTree tree;
  private final Collection<Capability> known;

  RemoteFileSystem(
      FileName root, FileSystemOptions options, RemoteTree tree, Collection<Capability> known) {
    super(root, null, options);
    this.tree = tree;
    this.known = known;
  }

  RemoteTree tree() {
    return tree;
  }

  @Override
  protected FileObject createFile(AbstractFileName name) {
    return new RemoteFile(name, this, RemoteEntry.UNKNOWN);
  }

  @Override
  protected void addCapabilities(Collection<Capability> capabilities) {
    capabilities.addAll(known);
  }
}
