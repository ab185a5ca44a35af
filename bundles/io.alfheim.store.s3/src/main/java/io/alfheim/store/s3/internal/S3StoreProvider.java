/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.s3.internal;

import io.alfheim.store.ProvidesStore;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import io.alfheim.store.StoreProvider;
import io.alfheim.store.vfs.remote.RemoteStoreProvider;
import io.alfheim.store.vfs.remote.RemoteTree;
import java.io.IOException;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Opens buckets: {@code s3://bucket/prefix}. */
@Component(service = StoreProvider.class)
@ProvidesStore(scheme = "s3")
public final class S3StoreProvider extends RemoteStoreProvider {
  @Override
  protected Set<String> optionNames() {
    return Connection.OPTIONS;
  }

  @Override
  protected boolean writesWhole() {
    return true;
  }

  @Override
  protected RemoteTree connect(StoreConfig config) throws IOException {
    String bucket = config.uri().getAuthority();
    if (bucket == null || bucket.contains("@")) {
      throw new IOException("The root of store '" + config.name()
          + "' names no bucket. Write s3://bucket/prefix, and keys as options.");
    }
    String path = config.uri().getPath();
    try {
      StorePath prefix = StorePath.of(path == null ? "" : path);
      return new S3Tree(new Connection(config).open(), new Bucket(bucket, prefix));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "The root of store '" + config.name() + "' is not one: " + e.getMessage()
              + " Correct it.",
          e);
    }
  }
}
