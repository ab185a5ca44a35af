/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.http.internal;

import io.alfheim.store.ProvidesStore;
import io.alfheim.store.Secret;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StoreOptions;
import io.alfheim.store.StoreProvider;
import io.alfheim.store.vfs.remote.RemoteStoreProvider;
import io.alfheim.store.vfs.remote.RemoteTree;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Opens what a web server shows: {@code http://host/path}. */
@Component(service = StoreProvider.class)
@ProvidesStore(scheme = "http")
public class HttpStoreProvider extends RemoteStoreProvider {
  private static final String USER = "user";
  private static final String PASSWORD = "password";
  private static final String TIMEOUT = "timeout";
  private static final String RETRIES = "retries";

  @Override
  protected Set<String> optionNames() {
    return Set.of(USER, PASSWORD, TIMEOUT, RETRIES);
  }

  @Override
  protected RemoteTree connect(StoreConfig config) throws IOException {
    checkAddress(config);
    StoreOptions options = new StoreOptions(config);
    HttpRequests requests = new HttpRequests(
        credentials(config, options),
        options.seconds(TIMEOUT, 30),
        options.number(RETRIES, 2, 0, 10));
    return new HttpTree(new Addresses(config.uri()), requests);
  }

  private static void checkAddress(StoreConfig config) throws IOException {
    String user = config.uri().getRawUserInfo();
    if (config.uri().getHost() == null) {
      throw new IOException(
          "The root of store '" + config.name() + "' names no server. Write https://host/path.");
    } else if (user != null && user.contains(":")) {
      throw new IOException("The root of store '" + config.name() + "' has a password in it."
          + " Take it out and write password = $[env:NAME] or $[file:/path].");
    }
  }

  private static Optional<Credentials> credentials(StoreConfig config, StoreOptions options)
      throws IOException {
    URI uri = config.uri();
    Optional<String> user = options.text(USER).or(() -> Optional.ofNullable(uri.getUserInfo()));
    Optional<Secret> password = options.secret(PASSWORD);
    if (user.isPresent() != password.isPresent()) {
      throw new IOException(
          "Store '" + config.name() + "' has a " + (user.isPresent() ? USER : PASSWORD) + " but no "
              + (user.isPresent() ? PASSWORD : USER) + ". Give both or none.");
    }
    return user.isEmpty()
        ? Optional.empty()
        : Optional.of(Credentials.of(user.get(), password.orElseThrow(), uri));
  }
}
