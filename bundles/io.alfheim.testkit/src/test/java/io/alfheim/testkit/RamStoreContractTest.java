/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.testkit;

import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.vfs.VfsStore;
import io.alfheim.store.vfs.VfsStoreProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.vfs2.FileObject;
import org.apache.commons.vfs2.provider.FileProvider;
import org.apache.commons.vfs2.provider.UriParser;
import org.apache.commons.vfs2.provider.ram.RamFileProvider;
import org.jspecify.annotations.Nullable;

class RamStoreContractTest extends WritableStoreContract {
  private @Nullable FileObject root;

  boolean writesWhole() {
    return false;
  }

  FileProvider fileProvider(StoreConfig config) {
    return new RamFileProvider();
  }

  @Override
  protected Store open(Map<String, byte[]> tree) throws IOException {
    Store store =
        new RamStoreProvider().open(new StoreConfig("ram", URI.create("ram:///"), Map.of()));
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
    return Objects.requireNonNull(root).resolveFile("./" + UriParser.encode(path));
  }

  private final class RamStoreProvider extends VfsStoreProvider {
    @Override
    protected FileProvider fileProvider(StoreConfig config) {
      return RamStoreContractTest.this.fileProvider(config);
    }

    @Override
    protected boolean writesWhole() {
      return RamStoreContractTest.this.writesWhole();
    }

    @Override
    protected VfsStore store(StoreConfig config, FileObject folder) {
      root = folder;
      return super.store(config, folder);
    }
  }
}
