/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.http.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alfheim.store.Content;
import io.alfheim.store.Listing;
import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpStoreTest {
  private static final StorePath FILE = new StorePath("sub/a.npy");
  private WebServer server;

  @BeforeEach
  void startTheServer() throws IOException {
    server = new WebServer();
    server.tree.put(FILE.value(), new byte[1 << 20]);
  }

  @AfterEach
  void stopTheServer() {
    server.close();
  }

  private Store open(String path, Map<String, String> options) throws IOException {
    return new HttpStoreProvider().open(new StoreConfig("web", server.uri(path), options));
  }

  private static byte[] bytes(Store store, StorePath file) throws IOException {
    try (InputStream in = store.read(file).openStream()) {
      return in.readAllBytes();
    }
  }

  @Test
  void aStoreIsReadOnlyAndShowsItsAddress() throws IOException {
    try (Store store = open("/tree/", Map.of())) {
      assertThat(store).isNotInstanceOf(WritableStore.class);
      assertThat(store.root()).isEqualTo(server.uri("/tree/").toString());
    }
  }

  @Test
  void timesAreThoseOfTheServer() throws IOException {
    try (Store store = open("/tree", Map.of())) {
      long expected = Instant.parse("2020-01-02T03:04:05Z").toEpochMilli();
      assertThat(store.find(FILE)).hasValueSatisfying(entry -> {
        assertThat(entry.modified()).isEqualTo(expected);
        assertThat(entry.size()).isEqualTo(1 << 20);
      });
    }
  }

  @Test
  void aSliceFetchesTheSlice() throws IOException {
    try (Store store = open("/tree", Map.of())) {
      Content content = store.read(FILE);
      try (SeekableByteChannel channel = content.openChannel()) {
        channel.position(500_000);
        channel.read(ByteBuffer.allocate(1000));
      }
      assertThat(server.sent.get()).isLessThanOrEqualTo(1 << 16);
    }
  }

  @Test
  void aChannelReadFromEndToEndIsFewRequests() throws IOException {
    try (Store store = open("/tree", Map.of());
        SeekableByteChannel channel = store.read(FILE).openChannel()) {
      server.requests.clear();
      ByteBuffer small = ByteBuffer.allocate(1000);
      long count = 0;
      for (int n = channel.read(small.clear()); n >= 0; n = channel.read(small.clear())) {
        count += n;
      }
      assertThat(count).isEqualTo(1 << 20);
      assertThat(server.requests).hasSizeLessThanOrEqualTo(6);
    }
  }

  @Test
  void aServerThatIgnoresRangesIsReadAllTheSame() throws IOException {
    byte[] whole = "0123456789".getBytes(UTF_8);
    server.answer("/plain/", exchange -> {
      boolean file = exchange.getRequestURI().getPath().endsWith("a.npy");
      boolean head = exchange.getRequestMethod().equals("HEAD");
      if (head) {
        exchange.getResponseHeaders().set("Content-Length", "10");
      }
      exchange.sendResponseHeaders(200, head || !file ? -1 : whole.length);
      if (!head && file) {
        exchange.getResponseBody().write(whole);
      }
    });
    try (Store store = open("/plain", Map.of());
        SeekableByteChannel channel = store.read(new StorePath("a.npy")).openChannel()) {
      ByteBuffer three = ByteBuffer.allocate(3);
      channel.position(4).read(three);
      assertThat(three.flip()).isEqualTo(ByteBuffer.wrap("456".getBytes(UTF_8)));
      assertThatThrownBy(() -> store.read(new StorePath("a.npy")).openStream(12))
          .hasMessage("web:a.npy: The file is shorter than it was. Read it again.");
    }
  }

  @Test
  void redirectsAreFollowedToTheirEnd() throws IOException {
    server.answer("/tree/moved.npy", exchange -> redirect(exchange, 302, "/tree/sub/a.npy"));
    server.answer("/tree/loop.npy", exchange -> redirect(exchange, 307, "/tree/loop.npy"));
    server.answer("/tree/away.npy", exchange -> redirect(exchange, 301, "ftp://elsewhere/a.npy"));
    try (Store store = open("/tree", Map.of())) {
      assertThat(bytes(store, new StorePath("moved.npy"))).hasSize(1 << 20);
      assertThat(store.find(new StorePath("moved.npy"))).map(e -> e.size()).contains(1L << 20);
      assertThatThrownBy(() -> bytes(store, new StorePath("loop.npy")))
          .hasMessageStartingWith("web:loop.npy: The server 'http://localhost:")
          .hasMessageContaining("never answers");
      assertThatThrownBy(() -> bytes(store, new StorePath("away.npy")))
          .hasMessageContaining("not to be followed");
    }
  }

  private static void redirect(
      com.sun.net.httpserver.HttpExchange exchange, int status, String target) throws IOException {
    exchange.getResponseHeaders().set("Location", target);
    exchange.sendResponseHeaders(status, -1);
  }

  @Test
  void aBusyServerIsAskedAgain() throws IOException {
    int[] calls = new int[1];
    server.answer("/tree/busy.npy", exchange -> {
      boolean busy = calls[0]++ == 0;
      byte[] body = (busy ? "busy" : "hello").getBytes(UTF_8);
      exchange.sendResponseHeaders(busy ? 503 : 200, body.length);
      exchange.getResponseBody().write(body);
    });
    try (Store store = open("/tree", Map.of())) {
      assertThat(bytes(store, new StorePath("busy.npy"))).asString(UTF_8).isEqualTo("hello");
    }
  }

  @Test
  void aBrokenServerIsNamedWithItsStatus() throws IOException {
    server.answer("/tree/broken.npy", exchange -> exchange.sendResponseHeaders(500, -1));
    try (Store store = open("/tree", Map.of())) {
      assertThatThrownBy(() -> bytes(store, new StorePath("broken.npy")))
          .hasMessage("web:broken.npy: The server '" + server.uri("")
              + "' answers with status 500. Try again later.");
    }
  }

  @Test
  void aServerThatListsNothingSaysSo() throws IOException {
    server.answer("/silent/", exchange -> exchange.sendResponseHeaders(200, -1));
    try (Store store = open("/silent", Map.of())) {
      assertThatThrownBy(() -> store.list(StorePath.ROOT))
          .hasMessageContaining("does not list folders");
    }
  }

  @Test
  void aForbiddenFileIsAProblemOfTheListing() throws IOException {
    server.tree.put("sub/secret.npy", new byte[1]);
    server.answer("/tree/sub/secret.npy", exchange -> exchange.sendResponseHeaders(403, -1));
    try (Store store = open("/tree", Map.of())) {
      Listing listing = store.walk(StorePath.ROOT);
      assertThat(listing.problems()).singleElement().satisfies(problem -> {
        assertThat(problem.path()).isEqualTo("sub/secret.npy");
        assertThat(problem.reason()).contains("refuses everybody (status 403)");
      });
      assertThat(listing.entries()).extracting(e -> e.path()).containsExactly(FILE);
    }
  }

  @Test
  void aMissingRootIsNamed() {
    assertThatThrownBy(() -> open("/tree/nowhere", Map.of()))
        .hasMessageContaining("store 'web'")
        .hasMessageContaining("/tree/nowhere");
  }

  @Test
  void addressesAreHeldTogetherByTheServerOnly() throws IOException {
    server.tree.put("odd?name.npy", new byte[3]);
    server.tree.put("back\\slash.npy", new byte[4]);
    try (Store store = open("/tree", Map.of())) {
      assertThat(store.walk(StorePath.ROOT).entries()).hasSize(3);
      assertThat(bytes(store, new StorePath("odd?name.npy"))).hasSize(3);
      assertThat(store.find(new StorePath("back\\slash.npy")))
          .map(e -> e.size())
          .contains(4L);
    }
  }

  @Test
  void anAddressWithoutAServerIsRefused() {
    StoreConfig config = new StoreConfig("web", URI.create("http:///tree"), Map.of());
    assertThatThrownBy(() -> new HttpStoreProvider().open(config))
        .hasMessage("The root of store 'web' names no server. Write https://host/path.");
  }
}
