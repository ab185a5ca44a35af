/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import io.alfheim.store.StoreProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Stores that come and go with their bundles. */
@InFelix
class StoresIT {
  private final BundleContext context;
  private final Services services;

  StoresIT(BundleContext context) {
    this.context = context;
    this.services = new Services(context);
  }

  private static String opens(String scheme) {
    return "(io.alfheim.store.scheme=" + scheme + ")";
  }

  private Bundle drop(String kind) throws Exception {
    Bundle bundle = context.installBundle(Dist.store(kind).toUri().toString());
    bundle.start();
    return bundle;
  }

  @Test
  void aStoreOfTheWebComesAndGoesWithItsBundle() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      boolean head = exchange.getRequestMethod().equals("HEAD");
      byte[] body = "hello".getBytes(UTF_8);
      exchange.sendResponseHeaders(200, head ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
      }
      exchange.close();
    });
    server.start();
    Bundle bundle = drop("http");
    try {
      URI root = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
      StoreProvider web = services.get(StoreProvider.class, opens("http"));
      try (Store store = web.open(new StoreConfig("web", root, Map.of()))) {
        assertThat(store.read(new StorePath("a.txt")).openStream()).hasContent("hello");
      }
    } finally {
      server.stop(0);
      bundle.uninstall();
    }
    assertThat(services.count(StoreProvider.class, opens("http"))).isZero();
  }

  @Test
  void aStoreOnAnSshServerComesAndGoesWithItsBundle() throws Exception {
    assertAsksItsServer(
        "sftp",
        port ->
            new StoreConfig("far", URI.create("sftp://anna@127.0.0.1:" + port + "/"), Map.of()));
  }

  @Test
  void aBucketComesAndGoesWithItsBundle() throws Exception {
    assertAsksItsServer(
        "s3",
        port -> new StoreConfig(
            "far",
            URI.create("s3://bucket/"),
            Map.of("endpoint", "http://127.0.0.1:" + port, "anonymous", "true", "retries", "0")));
  }

  /** That the bundle brings all it needs shows in an error of its own for a server that is down. */
  private void assertAsksItsServer(String kind, IntFunction<StoreConfig> config) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Bundle bundle = drop(kind);
    try {
      StoreProvider provider = services.get(StoreProvider.class, opens(kind));
      assertThatThrownBy(() -> provider.open(config.apply(port)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Store 'far' cannot be opened at '" + kind + "://")
          .hasMessageContaining("cannot be reached");
    } finally {
      bundle.uninstall();
    }
    assertThat(services.count(StoreProvider.class, opens(kind))).isZero();
  }
}
