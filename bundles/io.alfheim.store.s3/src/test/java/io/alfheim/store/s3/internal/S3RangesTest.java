/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.s3.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of files, from servers that know them more or less. */
@Timeout(30)
class S3RangesTest {
  private static final StorePath FILE = new StorePath("a.npy");
  private static final String TEXT = "0123456789";
  private static final String LIST =
      "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>";

  private HttpServer server;

  /** What the server says that it sends of the file; it sends all of it, if this is empty. */
  private volatile String told = "";

  private volatile boolean sized = true;

  @BeforeEach
  void startTheServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/bucket", exchange -> {
      try (exchange) {
        boolean file = exchange.getRequestURI().getPath().endsWith("a.npy");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        boolean part = file && !head && !told.isEmpty();
        byte[] body = (part ? TEXT.substring(4, 7) : file ? TEXT : LIST).getBytes(UTF_8);
        if (part) {
          exchange.getResponseHeaders().set("Content-Range", told);
        } else if (head && sized) {
          exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
        }
        exchange.sendResponseHeaders(part ? 206 : 200, head ? -1 : body.length);
        if (!head) {
          exchange.getResponseBody().write(body);
        }
      }
    });
    server.start();
  }

  @AfterEach
  void stopTheServer() {
    server.stop(0);
  }

  private StoreConfig config() {
    String address = "http://localhost:" + server.getAddress().getPort();
    Map<String, String> options = Map.of("endpoint", address, "anonymous", "true", "retries", "0");
    return new StoreConfig("far", URI.create("s3://bucket"), options);
  }

  private Store open() throws IOException {
    return new S3StoreProvider().open(config());
  }

  private static String three(SeekableByteChannel channel) throws IOException {
    ByteBuffer three = ByteBuffer.allocate(3);
    channel.position(4).read(three);
    return UTF_8.decode(three.flip()).toString();
  }

  @Test
  void aServerThatIgnoresRangesIsReadAllTheSame() throws IOException {
    try (Store store = open();
        SeekableByteChannel channel = store.read(FILE).openChannel()) {
      assertThat(three(channel)).isEqualTo("456");
      assertThat(store.read(FILE).openStream(7)).hasContent("789");
      assertThatThrownBy(() -> store.read(FILE).openStream(12))
          .hasMessage("far:a.npy: The file is shorter than it was. Read it again.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes 5-7/10", "bytes 0-2/10", "lines 4-6/10", "bytes 4-x/10"})
  void otherBytesThanWereAskedForAreAnError(String range) throws IOException {
    told = range;
    try (Store store = open();
        SeekableByteChannel channel = store.read(FILE).openChannel()) {
      assertThatThrownBy(() -> three(channel))
          .hasMessageStartingWith("far:a.npy: The server 'http://localhost:")
          .hasMessageEndingWith("sent other bytes than were asked for. Try again.");
    }
  }

  @Test
  void aRestThatEndsBeforeTheFileDoesIsAnError() throws IOException {
    told = "bytes 4-6/10";
    try (Store store = open()) {
      assertThatThrownBy(() -> store.read(FILE).openStream(4))
          .hasMessageContaining("sent other bytes than were asked for");
      told = "bytes 4-6/7";
      assertThat(store.read(FILE).openStream(4)).hasContent("456");
    }
  }

  @Test
  void whatTheServerTellsNoSizeOfItIsNotAskedToCopy() throws IOException {
    sized = false;
    try (S3Tree tree =
        new S3Tree(new Connection(config()).open(), new Bucket("bucket", StorePath.ROOT))) {
      assertThat(tree.copyFrom(tree, FILE, new StorePath("b.npy"))).isFalse();
    }
  }

  @Test
  void whatIsPassedOverIsNotMissedInTheEnd() throws IOException {
    try (Store store = open();
        InputStream in = store.read(FILE).openStream()) {
      in.skipNBytes(4);
      assertThat(in).hasContent("456789");
    }
  }
}
