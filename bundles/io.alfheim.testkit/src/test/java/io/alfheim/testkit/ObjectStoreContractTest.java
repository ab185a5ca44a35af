/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.testkit;

import io.alfheim.store.StoreConfig;
import org.apache.commons.vfs2.provider.FileProvider;

/** Files that are written under their names at once, as in S3. */
class ObjectStoreContractTest extends RamStoreContractTest {
  @Override
  boolean writesWhole() {
    return true;
  }

  @Override
  FileProvider fileProvider(StoreConfig config) {
    return new ObjectRamProvider();
  }
}
