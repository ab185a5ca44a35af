/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.sftp.internal;

import io.alfheim.store.ProvidesStore;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StoreOptions;
import io.alfheim.store.StoreProvider;
import io.alfheim.store.vfs.remote.RemoteStoreProvider;
import io.alfheim.store.vfs.remote.RemoteTree;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Opens folders on SSH servers: {@code sftp://user@host:port/path}. */
@Component(service = StoreProvider.class)
@ProvidesStore(scheme = "sftp")
public final class SftpStoreProvider extends RemoteStoreProvider {
  private static final String TIMEOUT = "timeout";
  private static final String CONNECTIONS = "connections";

  @Override
  protected Set<String> optionNames() {
    return Set.of(
        Login.USER,
        Login.PASSWORD,
        Login.KEY,
        Login.PASSPHRASE,
        Login.KNOWN_HOSTS,
        Login.STRICT,
        Login.RETRIES,
        TIMEOUT,
        CONNECTIONS);
  }

  @Override
  protected RemoteTree connect(StoreConfig config) throws IOException {
    StoreOptions options = new StoreOptions(config);
    Duration timeout = options.seconds(TIMEOUT, 30);
    int connections = options.number(CONNECTIONS, 4, 1, 64);
    ChannelPool channels = new ChannelPool(Login.of(config), timeout, connections);
    String path = config.uri().getPath();
    return new SftpTree(path.isEmpty() ? "/" : path, channels);
  }
}
