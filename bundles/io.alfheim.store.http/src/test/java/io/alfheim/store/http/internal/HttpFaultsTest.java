/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.http.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
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
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that are down, slow, or die while they answer. */
@Timeout(60)
class HttpFaultsTest {
  private static final StorePath FILE = new StorePath("a.npy");
  private final CountDownLatch end = new CountDownLatch(1);
  private WebServer server;

  @BeforeEach
  void startTheServer() throws IOException {
    server = new WebServer();
    server.tree.put("a.npy", new byte[100_000]);
  }

  @AfterEach
  void stopTheServer() {
    end.countDown();
    server.close();
  }

  private Store open(Map<String, String> options) throws IOException {
    return new HttpStoreProvider().open(new StoreConfig("web", server.uri("/tree"), options));
  }

  /** Promises more bytes than it sends. */
  private void sendOnly(int bytes, boolean hang) {
    server.answer("/tree/a.npy", exchange -> {
      boolean head = exchange.getRequestMethod().equals("HEAD");
      if (head) {
        exchange.getResponseHeaders().set("Content-Length", "100000");
        exchange.sendResponseHeaders(200, -1);
        return;
      }
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
    try (Store store = open(Map.of());
        InputStream in = store.read(FILE).openStream()) {
      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("web:a.npy: The server 'http://localhost:")
          .hasMessageEndingWith("broke off after 1000 bytes. Try again.");
    }
  }

  @Test
  void whatBreaksOffIsReadOnAsOftenAsServersAreAskedAgain() throws IOException {
    try (Store store = open(Map.of("retries", "7"));
        Store other = open(Map.of("readOnly", "true"))) {
      assertThat(store.read(FILE).retries()).isEqualTo(7);
      assertThat(other.read(FILE).retries()).isEqualTo(2);
    }
  }

  @Test
  void aTruncatedRangeIsAnErrorToo() throws IOException {
    sendOnly(1000, false);
    try (Store store = open(Map.of());
        SeekableByteChannel channel = store.read(FILE).openChannel()) {
      assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(50_000)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("web:a.npy")
          .hasMessageContaining("broke off");
    }
  }

  @Test
  void aServerThatStopsSendingIsNotWaitedForForEver() throws IOException {
    sendOnly(1000, true);
    try (Store store = open(Map.of("timeout", "1"));
        InputStream in = store.read(FILE).openStream()) {
      assertThatThrownBy(in::readAllBytes)
          .hasMessageContaining("web:a.npy")
          .hasMessageContaining("sent nothing for 1 s, after 1000 bytes");
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsNotWaitedForForEver() throws IOException {
    try (Store store = open(Map.of("timeout", "1"))) {
      server.answer("/tree/a.npy", exchange -> await());
      assertThatThrownBy(() -> store.find(FILE))
          .hasMessageContaining("web:a.npy")
          .hasMessageContaining("does not answer within 1 s");
    }
  }

  @Test
  void whoWaitsCanBeInterrupted() throws IOException {
    sendOnly(1000, true);
    Thread reader = Thread.currentThread();
    try (Store store = open(Map.of());
        InputStream in = store.read(FILE).openStream()) {
      in.readNBytes(1000);
      Thread interrupter = new Thread(reader::interrupt);
      interrupter.start();
      assertThatThrownBy(in::read).isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void aServerThatIsGoneIsNamed() throws IOException {
    try (Store store = open(Map.of("retries", "1"))) {
      String address = server.uri("").toString();
      server.close();
      assertThatThrownBy(() -> store.find(FILE))
          .hasMessage("web:a.npy: The server '" + address
              + "' cannot be reached. Check that it runs and that the port is right.");
    }
  }

  @Test
  void aServerThatAnotherSendsToAndThatIsGoneIsTheOneNamed() throws IOException {
    WebServer other = new WebServer();
    String gone = other.uri("").toString();
    other.close();
    server.answer("/tree/away.npy", exchange -> {
      exchange.getResponseHeaders().set("Location", gone + "/a.npy");
      exchange.sendResponseHeaders(307, -1);
    });
    try (Store store = open(Map.of("retries", "0"))) {
      assertThatThrownBy(() -> store.read(new StorePath("away.npy")).openStream())
          .hasMessage("web:away.npy: The server '" + gone
              + "' cannot be reached. Check that it runs and that the port is right.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, Check the root of the store.",
    "405, Check the root of the store.",
    "416, The file is shorter than it was. Read it again.",
    "429, Try again later.",
    "500, Try again later."
  })
  void whatIsRefusedHasTheStepThatHelps(int status, String next) throws IOException {
    server.answer("/tree/a.npy", exchange -> exchange.sendResponseHeaders(status, -1));
    try (Store store = open(Map.of("retries", "0"))) {
      assertThatThrownBy(() -> store.read(FILE).openStream())
          .hasMessage("web:a.npy: The server '" + server.uri("") + "' answers with status " + status
              + ". " + next);
    }
  }

  /** Says something by a status, and then no more, or goes on for hours. */
  private void complain(int status, boolean forHours) {
    server.answer("/tree/a.npy", exchange -> {
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(status, head ? -1 : 1_000_000);
      if (head) {
        return;
      }
      exchange.getResponseBody().write(new byte[10]);
      exchange.getResponseBody().flush();
      while (!ends(forHours ? 100 : 30_000)) {
        exchange.getResponseBody().write(1);
        exchange.getResponseBody().flush();
      }
    });
  }

  private boolean ends(long millis) {
    try {
      return end.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  @ParameterizedTest
  @CsvSource({"403, refuses everybody (status 403)", "500, answers with status 500"})
  void whatAServerSaidIsNotHiddenWhenItSaysNoMore(int status, String said) throws IOException {
    complain(status, false);
    try (Store store = open(Map.of("retries", "0", "timeout", "1"))) {
      assertThatThrownBy(() -> store.read(FILE).openStream()).hasMessageContaining(said);
    }
  }

  @Test
  void aServerThatComplainsForHoursIsNotListenedTo() throws IOException {
    complain(403, true);
    try (Store store = open(Map.of("timeout", "1"))) {
      assertThatThrownBy(() -> store.read(FILE).openStream())
          .hasMessageContaining("refuses everybody (status 403)");
    }
  }

  @Test
  void aBusyServerThatSaysNoMoreIsAskedAgain() throws IOException {
    complain(503, false);
    try (Store store = open(Map.of("retries", "2", "timeout", "1"))) {
      assertThatThrownBy(() -> store.read(FILE).openStream())
          .hasMessageContaining("answers with status 503");
    }
    assertThat(server.requests).filteredOn(one -> one.startsWith("GET")).hasSize(3);
  }

  @Test
  void answersThatAreNoneOfAWebServerAreNamed() throws IOException {
    server.answer("/tree/a.npy", exchange -> {
      exchange.getResponseHeaders().set("Location", "http://localhost:99999/a.npy");
      exchange.sendResponseHeaders(302, -1);
    });
    server.answer("/tree/b.npy", exchange -> {
      exchange.getResponseHeaders().set("Content-Length", "many");
      exchange.sendResponseHeaders(200, -1);
    });
    try (Store store = open(Map.of("retries", "0"))) {
      assertThatThrownBy(() -> store.read(FILE).openStream())
          .hasMessage(
              "web:a.npy: The server 'http://localhost:99999' does not answer as web servers"
                  + " do. Check the root of the store.");
      assertThatThrownBy(() -> store.find(new StorePath("b.npy")))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("web:b.npy: The server '" + server.uri("") + "' ");
    }
  }

  @Test
  void aRestThatEndsBeforeTheFileDoesIsAnError() throws IOException {
    server.answer("/tree/a.npy", exchange -> {
      exchange.getResponseHeaders().set("Content-Range", "bytes 10-19/100000");
      exchange.sendResponseHeaders(206, 10);
      exchange.getResponseBody().write(new byte[10]);
    });
    try (Store store = open(Map.of())) {
      assertThatThrownBy(() -> store.read(FILE).openStream(10))
          .hasMessageEndingWith("sent other bytes than were asked for. Try again.");
    }
  }

  @Test
  void aServerOfNoKnownNameIsNamed() {
    URI nowhere = URI.create("http://no-such-host.invalid/tree");
    assertThatThrownBy(() ->
            new HttpStoreProvider().open(new StoreConfig("web", nowhere, Map.of("timeout", "5"))))
        .hasMessage("Store 'web' cannot be opened at 'http://no-such-host.invalid/tree': The server"
            + " 'http://no-such-host.invalid' is not known by that name."
            + " Correct the root of the store.");
  }

  @Test
  void aServerThatCannotBeTrustedIsNamed(@TempDir Path folder) throws Exception {
    HttpsServer signedByItself =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    signedByItself.setHttpsConfigurator(new HttpsConfigurator(keysSignedByNobody(folder)));
    signedByItself.start();
    try {
      URI address =
          URI.create("https://localhost:" + signedByItself.getAddress().getPort() + "/");
      assertThatThrownBy(() -> new HttpsStoreProvider()
              .open(new StoreConfig("web", address, Map.of("retries", "0"))))
          .hasMessageContaining("Store 'web' cannot be opened")
          .hasMessageContaining("cannot be trusted: ")
          .hasMessageEndingWith("Check its certificate and javax.net.ssl.trustStore.");
    } finally {
      signedByItself.stop(0);
    }
  }

  private static SSLContext keysSignedByNobody(Path folder) throws Exception {
    Path keys = folder.resolve("keys.p12");
    Process keytool = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-keyalg",
            "EC",
            "-alias",
            "web",
            "-dname",
            "CN=localhost",
            "-storetype",
            "PKCS12",
            "-storepass",
            "changeit",
            "-keystore",
            keys.toString())
        .redirectErrorStream(true)
        .start();
    String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    char[] password = "changeit".toCharArray();
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(KeyStore.getInstance(keys.toFile(), password), password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
