/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.testkit;

import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.vfs.VfsStoreProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.vfs2.provider.FileProvider;
import org.apache.commons.vfs2.provider.local.DefaultLocalFileProvider;
import org.junit.jupiter.api.io.TempDir;

/** Local files through VFS: as a network store does it, but with a disk that can be looked at. */
class LocalVfsStoreContractTest extends WritableStoreContract {
  @TempDir
  private Path root;

  @Override
  protected Store open(Map<String, byte[]> tree) throws IOException {
    LocalTree.put(root, tree);
    VfsStoreProvider provider = new VfsStoreProvider() {
      @Override
      protected FileProvider fileProvider(StoreConfig config) {
        return new DefaultLocalFileProvider();
      }
    };
    return provider.open(new StoreConfig("lab", root.toUri(), Map.of()));
  }

  @Override
  protected void put(String path, byte[] bytes) throws IOException {
    LocalTree.put(root, Map.of(path, bytes));
  }

  @Override
  protected void remove(String path) throws IOException {
    LocalTree.remove(root, path);
  }
}
