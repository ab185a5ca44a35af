/* SPDX-License-Identifier: Apache-2.0 */
package org.example.store.ram;

import static java.util.Objects.requireNonNull;

import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.vfs.VfsStore;
import io.alfheim.testkit.WritableStoreContract;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import org.apache.commons.vfs2.FileObject;
import org.apache.commons.vfs2.provider.UriParser;
import org.jspecify.annotations.Nullable;

class RamStoreContractTest extends WritableStoreContract {
  private @Nullable FileObject root;

  @Override
  protected Store open(Map<String, byte[]> tree) throws IOException {
    StoreConfig config = new StoreConfig("ram", URI.create("ram:///"), Map.of());
    Store store = new WatchedProvider().open(config);
    for (Map.Entry<String, byte[]> file : tree.entrySet()) {
      put(file.getKey(), file.getValue());
    }
    return store;
  }

  @Override
  protected void put(String path, byte[] bytes) throws IOException {
    try (OutputStream out = file(path).getContent().getOutputStream()) {
      out.write(bytes);
    }
  }

  @Override
  protected void remove(String path) throws IOException {
    file(path).delete();
  }

  private FileObject file(String path) throws IOException {
    return requireNonNull(root).resolveFile("./" + UriParser.encode(path));
  }

  /** Lets the test at the files without the store. A server would be asked directly instead. */
  private final class WatchedProvider extends RamStoreProvider {
    @Override
    protected VfsStore store(StoreConfig config, FileObject folder) {
      root = folder;
      return super.store(config, folder);
    }
  }
}
