/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.http.internal;

import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.testkit.StoreContract;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class HttpStoreContractTest extends StoreContract {
  private WebServer server;

  @BeforeEach
  void startTheServer() throws IOException {
    server = new WebServer();
  }

  @AfterEach
  void stopTheServer() {
    server.close();
  }

  @Override
  protected Store open(Map<String, byte[]> tree) throws IOException {
    server.tree.putAll(tree);
    return new HttpStoreProvider().open(new StoreConfig("web", server.uri("/tree"), Map.of()));
  }
}
