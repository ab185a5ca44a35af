/* SPDX-License-Identifier: Apache-2.0 */
package org.example.store.ram;

import io.alfheim.store.ProvidesStore;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StoreProvider;
import io.alfheim.store.vfs.VfsStoreProvider;
import org.apache.commons.vfs2.provider.FileProvider;
import org.apache.commons.vfs2.provider.ram.RamFileProvider;
import org.osgi.service.component.annotations.Component;

/** Opens stores in memory, empty at first and gone when closed: {@code ram:///}. */
@Component(service = StoreProvider.class)
@ProvidesStore(scheme = "ram")
public class RamStoreProvider extends VfsStoreProvider {
  @Override
  protected FileProvider fileProvider(StoreConfig config) {
    return new RamFileProvider();
  }
}
