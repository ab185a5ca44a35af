/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.internal;

import io.alfheim.store.ProvidesStore;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StoreProvider;
import io.alfheim.store.vfs.VfsStoreProvider;
import org.apache.commons.vfs2.provider.FileProvider;
import org.apache.commons.vfs2.provider.zip.ZipFileProvider;
import org.osgi.service.component.annotations.Component;

/** Opens local zip archives as read-only stores: {@code zip:file:///data/lab.zip}. */
@Component(service = StoreProvider.class)
@ProvidesStore(scheme = "zip")
public final class ZipStoreProvider extends VfsStoreProvider {
  @Override
  protected FileProvider fileProvider(StoreConfig config) {
    return new ZipFileProvider();
  }
}
