/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.vfs.remote;

import io.alfheim.store.StoreConfig;
import io.alfheim.store.vfs.VfsStore;
import io.alfheim.store.vfs.VfsStoreProvider;
import java.io.IOException;
import org.apache.commons.vfs2.FileObject;
import org.apache.commons.vfs2.provider.FileProvider;

/** Opens stores on servers. A subclass is a component that connects to one kind of server. */
public abstract class RemoteStoreProvider extends VfsStoreProvider {

  /**
   * Connects to the server of a store.
   *
   * @return the tree below the root of the store; closed with it
   * @throws IOException if an option is wrong; a server that does not answer may show later
   */
  protected abstract RemoteTree connect(StoreConfig config) throws IOException;

  @Override
  protected final FileProvider fileProvider(StoreConfig config) throws IOException {
    if (config.uri().getRawQuery() != null || config.uri().getRawFragment() != null) {
      throw new IOException("The root of store '" + config.name()
          + "' ends at a '?' or '#', and what follows would be lost. Write %3F or %23 instead.");
    }
    return new RemoteFileProvider(connect(config), config.uri().getScheme());
  }

  /** The tree begins at the root of the store, so VFS need not know where that is. */
  @Override
  protected final String rootUri(StoreConfig config) {
    return config.uri().getScheme() + ":///";
  }

  @Override
  protected VfsStore store(StoreConfig config, FileObject root) {
    return new RemoteStore(config, root, writesWhole());
  }
}
