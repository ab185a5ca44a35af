/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.testkit;

import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.internal.FileStoreProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class FileStoreContractTest extends WritableStoreContract {
  @TempDir
  private Path root;

  @Override
  protected Store open(Map<String, byte[]> tree) throws IOException {
    LocalTree.put(root, tree);
    return new FileStoreProvider().open(new StoreConfig("lab", root.toUri(), Map.of()));
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
