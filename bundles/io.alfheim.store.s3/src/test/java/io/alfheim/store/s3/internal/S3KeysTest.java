/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.s3.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that are found, expire, and are renewed while a store is open; and what a server refuses. */
@Timeout(30)
class S3KeysTest {
  private static final StorePath FILE = new StorePath("a.npy");
  private static final String LIST = "<?xml version=\"1.0\"?>"
      + "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>";

  @TempDir
  private Path folder;

  private HttpServer server;

  /** What the server answers about the file; empty is the file itself. */
  private volatile String error = "";

  private volatile int status = 400;

  /** The token that is good; any, if it is empty. */
  private volatile String token = "";

  @BeforeEach
  void startTheServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/lab", exchange -> {
      try (exchange) {
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        byte[] list = LIST.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, list.length);
        exchange.getResponseBody().write(list);
      }
    });
    server.createContext("/lab/a.npy", exchange -> {
      try (exchange) {
        String shown = exchange.getRequestHeaders().getFirst("X-Amz-Security-Token");
        boolean good = token.isEmpty() || token.equals(shown);
        String code = good ? error : "ExpiredToken";
        boolean fine = code.isEmpty();
        boolean head = exchange.getRequestMethod().equals("HEAD");
        byte[] body = (fine ? "hello" : "<Error><Code>" + code + "</Code></Error>").getBytes(UTF_8);
        exchange.sendResponseHeaders(fine ? 200 : status, head ? -1 : body.length);
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

  private String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private static Store open(Map<String, String> options) throws IOException {
    return new S3StoreProvider().open(new StoreConfig("far", URI.create("s3://lab"), options));
  }

  private String kept(String name, String text) throws IOException {
    return "$[file:" + Files.writeString(folder.resolve(name), text) + "]";
  }

  private Store openWithToken(String text) throws IOException {
    return open(Map.of(
        "endpoint", address(),
        "accessKey", "reader",
        "secretKey", kept("key", "hush-hush\n"),
        "sessionToken", kept("token", text),
        "retries", "0"));
  }

  @Test
  void aTokenThatExpiredIsNamedAndItsSuccessorIsTaken() throws IOException {
    token = "of today";
    try (Store store = openWithToken("of yesterday\n")) {
      assertThatThrownBy(() -> store.read(FILE).openStream())
          .isInstanceOf(AccessDeniedException.class)
          .hasMessage("far:a.npy: The server '" + address() + "' refuses that (ExpiredToken)."
              + " The keys have expired: renew what the options accessKey, secretKey and"
              + " sessionToken stand for, or the profile.");
      assertThatThrownBy(() -> store.find(FILE))
          .hasMessageContaining("(status 400). The keys may have expired");
      kept("token", "of today\n");
      assertThat(store.read(FILE).openStream()).hasContent("hello");
    }
  }

  @Test
  void aTokenOfTwoLinesIsRefusedAndNotRepeated() throws IOException {
    Throwable atOnce = catchThrowable(() -> openWithToken("hush\nhush\n"));
    assertThat(atOnce)
        .hasMessage("What '$[file:" + folder.resolve("token") + "]' of store 'far' stands for is"
            + " more than one line. Keep one line there.");
    try (Store store = openWithToken("fine\n\n")) {
      assertThat(store.read(FILE).openStream()).hasContent("hello");
      kept("token", "hush\nhush\n");
      Throwable later = catchThrowable(() -> store.read(FILE).openStream());
      assertThat(later).hasMessageContaining("far:a.npy: What ").hasMessageContaining("one line");
      StringWriter trace = new StringWriter();
      later.printStackTrace(new PrintWriter(trace));
      assertThat(trace.toString()).doesNotContain("hush");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "403, RequestTimeTooSkewed, The clock of this computer is not that of the server.",
    "400, AuthorizationHeaderMalformed, The bucket is elsewhere. Correct the options region",
    "301, PermanentRedirect, The bucket is elsewhere. Correct the options region",
    "400, KeyTooLongError, 'Its keys have 1,024 bytes at most. Take a shorter name.'",
    "416, InvalidRange, The file is shorter than it was. Read it again.",
    "400, InvalidRequest, Check the options of the store.",
    "403, InvalidObjectState, 'Check the options accessKey and secretKey, and what they allow.'",
    "500, InternalError, Try again later.",
  })
  void whatIsRefusedHasTheStepThatHelps(int given, String code, String next) throws IOException {
    error = code;
    status = given;
    try (Store store = open(Map.of("endpoint", address(), "anonymous", "true", "retries", "0"))) {
      assertThatThrownBy(() -> store.read(FILE).openStream())
          .hasMessageStartingWith("far:a.npy: The server '" + address() + "' ")
          .hasMessageContaining(code)
          .hasMessageContaining(next);
    }
  }

  @Test
  void whatIsRefusedIsToldInOneLine() throws IOException {
    error = "No\nAccess";
    status = 403;
    try (Store store = open(Map.of("endpoint", address(), "anonymous", "true", "retries", "0"))) {
      assertThatThrownBy(() -> store.read(FILE).openStream())
          .isInstanceOf(AccessDeniedException.class)
          .hasMessageContaining("refuses that (No Access).");
    }
  }

  @Test
  void keysAreFoundWhereAwsLooksForThem() throws Exception {
    Path file = Files.writeString(
        folder.resolve("credentials"),
        "[lab]\naws_access_key_id = " + S3Lab.ACCESS + "\naws_secret_access_key = " + S3Lab.SECRET
            + "\n[other]\naws_access_key_id = x\naws_secret_access_key = hush\n");
    System.setProperty("aws.sharedCredentialsFile", file.toString());
    System.setProperty("aws.accessKeyId", S3Lab.ACCESS);
    System.setProperty("aws.secretAccessKey", S3Lab.SECRET);
    try (S3Lab lab = new S3Lab(true)) {
      lab.put("a.npy", new byte[3]);
      for (Map<String, String> options : List.of(
          Map.of("endpoint", lab.endpoint()),
          Map.of("endpoint", lab.endpoint(), "profile", "lab"))) {
        try (Store store = open(options)) {
          assertThat(store.read(FILE).openStream()).hasBinaryContent(new byte[3]);
        }
      }
      assertThatThrownBy(() -> open(Map.of("endpoint", lab.endpoint(), "profile", "other")))
          .hasMessageContaining("refuses that (InvalidAccessKeyId)")
          .hasMessageNotContaining("hush");
      assertThatThrownBy(() -> open(Map.of("endpoint", lab.endpoint(), "profile", "nobody")))
          .hasMessageContaining(
              "Store 'far' cannot be opened at 's3://lab': No keys for the server");
    } finally {
      System.clearProperty("aws.sharedCredentialsFile");
      System.clearProperty("aws.accessKeyId");
      System.clearProperty("aws.secretAccessKey");
    }
  }

  @Test
  void keysThatAreReplacedWhileTheStoreIsOpenAreTheOnesUsed() throws Exception {
    try (S3Lab lab = new S3Lab(true)) {
      lab.put("a.npy", new byte[3]);
      String name = kept("name", S3Lab.ACCESS + "\n");
      String key = kept("key", S3Lab.SECRET);
      Map<String, String> options =
          Map.of("endpoint", lab.endpoint(), "accessKey", name, "secretKey", key);
      try (Store store = open(options)) {
        kept("name", "somebody");
        assertThatThrownBy(() -> store.read(FILE).openStream())
            .hasMessageContaining("far:a.npy")
            .hasMessageContaining("refuses that (InvalidAccessKeyId)");
        kept("name", S3Lab.ACCESS);
        kept("key", "hush-wrong");
        assertThatThrownBy(() -> store.read(FILE).openStream())
            .isInstanceOf(AccessDeniedException.class)
            .hasMessageContaining("far:a.npy");
        Files.delete(folder.resolve("key"));
        assertThatThrownBy(() -> store.read(FILE).openStream())
            .hasMessageContaining("far:a.npy: Option 'secretKey' of store 'far' cannot be had.");
        kept("key", S3Lab.SECRET);
        assertThat(store.read(FILE).openStream()).hasBinaryContent(new byte[3]);
      }
    }
  }
}
