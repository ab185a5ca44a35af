/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs.remote;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.commons.vfs2.Capability;
import org.apache.commons.vfs2.FileName;
import org.apache.commons.vfs2.FileSystem;
import org.apache.commons.vfs2.FileSystemOptions;
import org.apache.commons.vfs2.FileType;
import org.apache.commons.vfs2.provider.AbstractFileNameParser;
import org.apache.commons.vfs2.provider.AbstractOriginatingFileProvider;
import org.apache.commons.vfs2.provider.VfsComponentContext;
import org.jspecify.annotations.Nullable;

/** Makes one file system of VFS out of one tree. */
final class RemoteFileProvider extends AbstractOriginatingFileProvider {
  private final RemoteTree tree;

  RemoteFileProvider(RemoteTree tree, String scheme) {
    this.tree = tree;
    setFileNameParser(new RootOnly(scheme));
  }

  @Override
  protected FileSystem doCreateFileSystem(FileName root, FileSystemOptions options) {
    return new RemoteFileSystem(root, options, tree, getCapabilities());
  }

  @Override
  public Collection<Capability> getCapabilities() {
    List<Capability> all = new ArrayList<>(List.of(
        Capability.GET_TYPE,
        Capability.LIST_CHILDREN,
        Capability.READ_CONTENT,
        Capability.GET_LAST_MODIFIED,
        Capability.URI));
    if (tree instanceof WritableTree) {
      all.addAll(List.of(Capability.WRITE_CONTENT, Capability.CREATE, Capability.DELETE));
    }
    if (tree instanceof FolderTree) {
      all.add(Capability.RENAME);
    }
    return all;
  }

  @Override
  public void close() {
    super.close();
    tree.close();
  }

  /** Below the root all names are made by {@link RemoteFile}, without parsing. */
  private static final class RootOnly extends AbstractFileNameParser {
    private final String scheme;

    RootOnly(String scheme) {
      this.scheme = scheme;
    }

    @Override
    public FileName parseUri(VfsComponentContext context, @Nullable FileName base, String uri) {
      return new RemoteName(scheme, FileName.ROOT_PATH, FileType.FOLDER);
    }
  }
}
