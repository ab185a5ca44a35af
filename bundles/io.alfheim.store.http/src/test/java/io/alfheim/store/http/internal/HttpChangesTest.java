/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files that are replaced while somebody reads a part here and a part there. */
@Timeout(30)
class HttpChangesTest {
  private static final int SIZE = 1 << 20;
  private WebServer server;

  @BeforeEach
  void startTheServer() throws IOException {
    server = new WebServer();
    server.tree.put("a.npy", new byte[SIZE]);
  }

  @AfterEach
  void stopTheServer() {
    server.close();
  }

  private Store open() throws IOException {
    return new HttpStoreProvider().open(new StoreConfig("web", server.uri("/tree"), Map.of()));
  }

  private static byte byteAt(SeekableByteChannel channel, long position) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    channel.position(position).read(one);
    return one.get(0);
  }

  @Test
  void partsOfTwoFilesAreNotMixed() throws IOException {
    byte[] other = new byte[SIZE];
    other[SIZE - 1] = 7;
    StorePath file = new StorePath("a.npy");
    try (Store store = open();
        SeekableByteChannel channel = store.read(file).openChannel()) {
      assertThat(byteAt(channel, 0)).isZero();
      assertThat(byteAt(channel, SIZE / 2)).isZero();
      server.tree.put("a.npy", other);
      assertThatThrownBy(() -> byteAt(channel, SIZE - 1))
          .hasMessage(
              "web:a.npy: The server '" + server.uri("")
                  + "' answers with status 412. The file has changed while it was read. Read it again.");
      try (SeekableByteChannel again = store.read(file).openChannel()) {
        assertThat(byteAt(again, SIZE - 1)).isEqualTo((byte) 7);
      }
    }
  }

  /** Tells a tag, and gives nothing to whoever insists on it. */
  private static HttpHandler tagged(String tag) {
    return exchange -> {
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.getResponseHeaders().set("ETag", tag);
      if (head) {
        exchange.getResponseHeaders().set("Content-Length", "3");
      }
      boolean insists = exchange.getRequestHeaders().containsKey("If-Match");
      exchange.sendResponseHeaders(insists ? 412 : 200, head || insists ? -1 : 3);
      if (!head && !insists) {
        exchange.getResponseBody().write(new byte[] {1, 2, 3});
      }
    };
  }

  @Test
  void onTagsThatMayBeThoseOfOtherBytesNobodyInsists() throws IOException {
    server.answer("/tree/weak.npy", tagged("W/\"1\""));
    server.answer("/tree/odd.npy", tagged("\"1\", \"2\""));
    server.answer("/tree/strong.npy", tagged("\"1\""));
    try (Store store = open()) {
      for (String name : new String[] {"weak.npy", "odd.npy"}) {
        try (SeekableByteChannel channel = store.read(new StorePath(name)).openChannel()) {
          assertThat(byteAt(channel, 2)).isEqualTo((byte) 3);
        }
      }
      try (SeekableByteChannel channel = store.read(new StorePath("strong.npy")).openChannel()) {
        assertThatThrownBy(() -> byteAt(channel, 2)).hasMessageContaining("has changed");
      }
    }
  }

  @Test
  void anotherServerIsNotAskedForTheTagsOfTheFirst() throws IOException {
    try (WebServer other = new WebServer()) {
      URI there = other.uri("/far/a.npy");
      other.answer("/far/a.npy", tagged("\"other\""));
      HttpHandler here = tagged("\"first\"");
      server.answer("/tree/sent.npy", exchange -> {
        if (exchange.getRequestMethod().equals("HEAD")) {
          here.handle(exchange);
          return;
        }
        exchange.getResponseHeaders().set("Location", there.toString());
        exchange.sendResponseHeaders(302, -1);
      });
      server.answer("/tree/always.npy", exchange -> {
        exchange.getResponseHeaders().set("Location", there.toString());
        exchange.sendResponseHeaders(302, -1);
      });
      try (Store store = open()) {
        for (String name : new String[] {"sent.npy", "always.npy"}) {
          try (SeekableByteChannel channel = store.read(new StorePath(name)).openChannel()) {
            assertThat(byteAt(channel, 2)).isEqualTo((byte) 3);
          }
        }
      }
    }
  }
}
