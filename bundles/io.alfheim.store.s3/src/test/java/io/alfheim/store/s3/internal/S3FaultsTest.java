/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.s3.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.alfheim.store.Listing;
import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import io.alfheim.store.WritableStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are down, slow, or die while they answer. */
@Timeout(20)
class S3FaultsTest {
  private static final StorePath FILE = new StorePath("sub/a.npy");
  private static final String EMPTY_LIST = "<?xml"
      + " version=\"1.0\"?><ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Queue<String> ranges = new ConcurrentLinkedQueue<>();
  private volatile String list = EMPTY_LIST;
  private HttpServer server;

  @BeforeEach
  void startTheServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/bucket", exchange -> answer(exchange, 200, list));
    server.start();
  }

  @AfterEach
  void stopTheServer() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    try (exchange) {
      byte[] body = text.getBytes(UTF_8);
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", "application/xml");
      exchange.sendResponseHeaders(status, head ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private void object(HttpHandler handler) {
    server.createContext("/bucket/sub/a.npy", exchange -> {
      try (exchange) {
        handler.handle(exchange);
      }
    });
  }

  private Store open(String... pairs) throws IOException {
    Map<String, String> options = new HashMap<>(
        Map.of("endpoint", address(), "anonymous", "true", "retries", "0", "timeout", "5"));
    for (int i = 0; i < pairs.length; i += 2) {
      options.put(pairs[i], pairs[i + 1]);
    }
    return new S3StoreProvider().open(new StoreConfig("far", URI.create("s3://bucket"), options));
  }

  private void sendOnly(int bytes, boolean hang) {
    object(exchange -> {
      exchange.sendResponseHeaders(200, 100_000);
      exchange.getResponseBody().write(new byte[bytes]);
      exchange.getResponseBody().flush();
      if (hang) {
        await();
      }
    });
  }

  private void await() {
    try {
      end.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aTruncatedAnswerIsAnErrorThatNamesTheFile() throws IOException {
    sendOnly(1000, false);
    try (Store store = open();
        InputStream in = store.read(FILE).openStream()) {
      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(IOException.class)
          .hasMessage("far:sub/a.npy: The server '" + address()
              + "' broke off after 1000 bytes. Try again.");
    }
  }

  @Test
  void aServerThatStopsSendingIsNotWaitedForForEver() throws IOException {
    sendOnly(1000, true);
    try (Store store = open("timeout", "1");
        InputStream in = store.read(FILE).openStream()) {
      assertThatThrownBy(in::readAllBytes)
          .hasMessageContaining("far:sub/a.npy")
          .hasMessageContaining("stopped sending, after 1000 bytes");
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsNotWaitedForForEver() throws IOException {
    object(exchange -> await());
    try (Store store = open("timeout", "1")) {
      assertThatThrownBy(() -> store.read(FILE).openStream())
          .hasMessageContaining("far:sub/a.npy")
          .hasMessageContaining("does not answer in time");
    }
  }

  @Test
  void aServerThatIsGoneIsNamed() throws IOException {
    try (Store store = open()) {
      String address = address();
      server.stop(0);
      assertThatThrownBy(() -> store.find(FILE))
          .hasMessage("far:sub/a.npy: The server '" + address
              + "' cannot be reached. Check that it runs and that the port is right.");
    }
  }

  @Test
  void aBusyServerIsAskedAgain() throws IOException {
    int[] calls = new int[1];
    object(exchange -> {
      boolean busy = calls[0]++ == 0;
      answer(exchange, busy ? 503 : 200, busy ? "<Error><Code>SlowDown</Code></Error>" : "hello");
    });
    try (Store store = open("retries", "2")) {
      assertThat(store.read(FILE).openStream()).hasContent("hello");
    }
  }

  @Test
  void keysThatExpiredAreNamedWithTheWayOut() throws IOException {
    object(exchange -> answer(exchange, 403, "<Error><Code>ExpiredToken</Code></Error>"));
    try (Store store = open()) {
      assertThatThrownBy(() -> store.read(FILE).openStream())
          .isInstanceOf(AccessDeniedException.class)
          .hasMessageContaining("far:sub/a.npy")
          .hasMessageContaining("refuses that (ExpiredToken). The keys have expired: renew");
    }
  }

  @Test
  void whatIsForbiddenIsDenied() throws IOException {
    String denied = "<Error><Code>AccessDenied</Code></Error>";
    object(exchange -> {
      boolean asked = exchange.getRequestMethod().equals("HEAD");
      answer(exchange, asked && list.equals(EMPTY_LIST) ? 404 : 403, denied);
    });
    server.createContext(
        "/bucket/sub",
        exchange -> answer(exchange, exchange.getRequestMethod().equals("HEAD") ? 404 : 200, list));
    try (WritableStore store = (WritableStore) open()) {
      assertDenied(() -> store.create(FILE, out -> out.write(1)));
      assertDenied(() -> store.replace(FILE, out -> out.write(1)));
      list = EMPTY_LIST.replace("</ListB", key(FILE.value()) + "</ListB");
      assertDenied(() -> store.read(FILE).openStream());
      assertDenied(() -> store.delete(FILE));
    }
  }

  private static void assertDenied(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(AccessDeniedException.class)
        .hasMessageContaining("far:sub/a.npy")
        .hasMessageContaining("refuses that (");
  }

  @Test
  void aServerThatDiesWhileAFileIsSentIsAnErrorThatNamesIt() throws IOException {
    object(exchange -> {
      if (!exchange.getRequestMethod().equals("PUT")) {
        answer(exchange, 404, "");
      }
    });
    server.createContext(
        "/bucket/sub",
        exchange ->
            answer(exchange, exchange.getRequestMethod().equals("HEAD") ? 404 : 200, EMPTY_LIST));
    try (WritableStore store = (WritableStore) open()) {
      assertThatThrownBy(() -> store.create(FILE, out -> out.write(new byte[5 << 20])))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("far:sub/a.npy: The ")
          .hasMessageContaining(address())
          .hasMessageEndingWith("Try again.");
    }
  }

  @Test
  void aServerThatCannotBeTrustedIsNamed() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var unused = threads.submit(() -> {
        try (Socket client = plain.accept()) {
          client.getOutputStream().write("HTTP/1.1 400 No\r\n\r\n".getBytes(UTF_8));
          client.getInputStream().readAllBytes();
        }
        return true;
      });
      String address = "https://localhost:" + plain.getLocalPort();
      assertThatThrownBy(() -> open("endpoint", address))
          .hasMessageContaining("The server '" + address + "' cannot be trusted: ")
          .hasMessageEndingWith("Check the option endpoint, and its certificate.");
    }
  }

  @Test
  void keysThatAreNoPathsAreProblems() throws IOException {
    try (Store store = open()) {
      list = EMPTY_LIST.replace(
          "</ListBucketResult>",
          key("a.npy") + key("b//c.npy") + key("../../evil") + "</ListBucketResult>");
      Listing listing = store.walk(StorePath.ROOT);
      assertThat(listing.entries()).extracting(e -> e.path().value()).containsExactly("a.npy");
      assertThat(listing.problems())
          .extracting(Listing.Problem::path)
          .containsExactly("../../evil", "b//c.npy");
    }
  }

  private static String key(String key) {
    return "<Contents><Key>" + key + "</Key><Size>1</Size></Contents>";
  }

  @Test
  void halfAListIsNoList() throws IOException {
    try (Store store = open()) {
      for (String next : new String[] {"", "<NextContinuationToken>x</NextContinuationToken>"}) {
        list =
            EMPTY_LIST.replace("false</IsTruncated>", "true</IsTruncated>" + key("a.npy") + next);
        for (ThrowingCallable call : List.<ThrowingCallable>of(
            () -> store.walk(StorePath.ROOT), () -> store.list(StorePath.ROOT))) {
          assertThatThrownBy(call)
              .hasMessageStartingWith("far: The server '" + address() + "' lists the first files")
              .hasMessageEndingWith("Make the root of the store a folder with fewer.");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Contents><Key>sub/a</Key></Contents>",
        "<Contents><Size>1</Size></Contents>",
        "<Contents><Key>s</Key><Size>1</Size></Contents>",
        "<CommonPrefixes><Prefix>s</Prefix></CommonPrefixes>",
        "<CommonPrefixes></CommonPrefixes>"
      })
  void aListOfSomethingElseIsNamed(String entry) throws IOException {
    try (Store store = open()) {
      list = EMPTY_LIST.replace("</ListB", entry + "</ListB");
      assertThatThrownBy(() -> store.list(new StorePath("sub")))
          .hasMessage("far:sub: The server '" + address()
              + "' does not answer as S3 does. Correct the option endpoint.");
    }
  }

  @Test
  void whatGoesWrongWithWhoWalksIsNoAnswerOfTheServer() throws IOException {
    UncheckedIOException full = new UncheckedIOException(new IOException("The disk is full."));
    try (Store store = open()) {
      list = EMPTY_LIST.replace("</ListB", key("a.npy") + "</ListB");
      assertThatThrownBy(() -> store.walk(StorePath.ROOT, entry -> {
            throw full;
          }))
          .isSameAs(full);
    }
  }

  @Test
  void aSliceFetchesTheSlice() throws IOException {
    object(exchange -> {
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.getResponseHeaders().set("Content-Length", "10000000");
        exchange.sendResponseHeaders(200, -1);
        return;
      }
      String range = exchange.getRequestHeaders().getFirst("Range");
      ranges.add(range);
      String[] ends = range.substring("bytes=".length()).split("-", 2);
      int length = Integer.parseInt(ends[1]) - Integer.parseInt(ends[0]) + 1;
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes " + ends[0] + "-" + ends[1] + "/10000000");
      exchange.sendResponseHeaders(206, length);
      exchange.getResponseBody().write(new byte[length]);
    });
    try (Store store = open();
        SeekableByteChannel channel = store.read(FILE).openChannel()) {
      assertThat(channel.size()).isEqualTo(10_000_000);
      channel.position(5_000_000).read(ByteBuffer.allocate(1000));
      channel.read(ByteBuffer.allocate(1000));
      channel.position(0).read(ByteBuffer.allocate(5_000_000));
    }
    assertThat(ranges).containsExactly("bytes=5000000-5065535", "bytes=0-4999999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html><body>Log in</body></html>", "{\"ok\": true}", "<p>Log in", ""})
  void aPageForPeopleIsNoEmptyBucket(String page) {
    list = page;
    assertThatThrownBy(() -> open())
        .hasMessage("Store 'far' cannot be opened at 's3://bucket': The server '" + address()
            + "' does not answer as S3 does. Correct the option endpoint.");
  }

  @Test
  void aServerThatSaysNoSizeIsNamedAndRead() throws IOException {
    object(exchange -> {
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(200, head ? -1 : 0);
      if (!head) {
        exchange.getResponseBody().write("hello".getBytes(UTF_8));
        exchange.getResponseBody().close();
      }
    });
    try (Store store = open()) {
      assertThat(store.read(FILE).openStream()).hasContent("hello");
      assertThatThrownBy(() -> store.find(FILE))
          .hasMessage("far:sub/a.npy: The server '" + address()
              + "' does not tell the size of 'sub/a.npy'. Fetch the file by other means.");
    }
  }

  @Test
  void aFileThatCannotBeSentIsAnErrorThatNamesIt() throws IOException {
    object(exchange -> {
      boolean put = exchange.getRequestMethod().equals("PUT");
      answer(exchange, put ? 500 : 404, "<Error><Code>InternalError</Code></Error>");
    });
    server.createContext(
        "/bucket/sub",
        exchange ->
            answer(exchange, exchange.getRequestMethod().equals("HEAD") ? 404 : 200, EMPTY_LIST));
    try (WritableStore store = (WritableStore) open()) {
      assertThatThrownBy(() -> store.create(FILE, out -> out.write(new byte[10])))
          .hasMessage("far:sub/a.npy: The server '" + address()
              + "' answers with an error (status 500, InternalError). Try again later.");
    }
  }
}
