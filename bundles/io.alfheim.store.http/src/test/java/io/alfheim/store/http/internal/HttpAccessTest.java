/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.alfheim.store.Store;
import io.alfheim.store.StoreConfig;
import io.alfheim.store.StorePath;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may read, and what nobody may see. */
class HttpAccessTest {
  private static final String HUSH = "hush-hüsh:x";
  private WebServer server;

  @TempDir
  private Path folder;

  @BeforeEach
  void startTheServer() throws IOException {
    server = new WebServer();
    server.tree.put("a.npy", new byte[10]);
    server.askFor("/lab/", "anna", HUSH);
  }

  @AfterEach
  void stopTheServer() {
    server.close();
  }

  private Map<String, String> login(String user, String password) throws IOException {
    Path file = Files.writeString(folder.resolve("password"), password + "\n");
    return Map.of("user", user, "password", "$[file:" + file + "]");
  }

  private Store open(URI uri, Map<String, String> options) throws IOException {
    return new HttpStoreProvider().open(new StoreConfig("web", uri, options));
  }

  @Test
  void aUserWithTheRightPasswordReads() throws IOException {
    try (Store store = open(server.uri("/lab"), login("anna", HUSH))) {
      assertThat(store.walk(StorePath.ROOT).entries()).hasSize(1);
      assertThat(store.read(new StorePath("a.npy")).openStream()).hasBinaryContent(new byte[10]);
    }
  }

  @Test
  void theUserMayBeInTheAddressButNotThePassword() throws IOException {
    String server = this.server.uri("/lab").toString();
    Map<String, String> password =
        Map.of("password", login("anna", HUSH).getOrDefault("password", ""));
    URI withUser = URI.create(server.replace("//", "//anna@"));
    try (Store store = open(withUser, password)) {
      assertThat(store.root()).doesNotContain("anna");
    }
    URI withPassword = URI.create(server.replace("//", "//anna:hush@"));
    assertThatThrownBy(() -> open(withPassword, Map.of()))
        .hasMessageContaining("has a password in it")
        .hasMessageNotContaining("hush");
  }

  @Test
  void aWrongPasswordIsToldWithoutIt() throws IOException {
    Map<String, String> wrong = login("anna", HUSH + "!");
    Throwable error = catchThrowable(() -> open(server.uri("/lab"), wrong));
    assertThat(error)
        .hasMessageContaining(
            "refuses user 'anna' (status 401). Check the options user and password.");
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain("hush");
  }

  @Test
  void whoDoesNotLogInIsAskedTo() {
    assertThatThrownBy(() -> open(server.uri("/lab"), Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("refuses everybody (status 401). Set the options user and password.");
  }

  @Test
  void aForbiddenFileIsDenied() throws IOException {
    server.answer("/tree/a.npy", exchange -> exchange.sendResponseHeaders(403, -1));
    try (Store store = open(server.uri("/tree"), Map.of())) {
      assertThatThrownBy(() -> store.read(new StorePath("a.npy")).openStream())
          .isInstanceOf(AccessDeniedException.class)
          .hasMessageContaining("web:a.npy");
    }
  }

  @Test
  void anotherServerDoesNotSeeThePassword() throws IOException {
    AtomicReference<String> seen = new AtomicReference<>("none");
    try (WebServer other = new WebServer()) {
      other.answer("/stolen.npy", exchange -> {
        seen.set(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        exchange.sendResponseHeaders(200, -1);
      });
      server.answer("/lab/away.npy", exchange -> {
        exchange.getResponseHeaders().set("Location", other.uri("/stolen.npy").toString());
        exchange.sendResponseHeaders(302, -1);
      });
      try (Store store = open(server.uri("/lab"), login("anna", HUSH))) {
        assertThat(store.read(new StorePath("away.npy")).openStream()).isEmpty();
      }
      assertThat(seen).hasValue("null");
    }
  }

  private void sendAway(String file, URI address) {
    server.answer("/lab/" + file, exchange -> {
      exchange.getResponseHeaders().set("Location", address.toString());
      exchange.sendResponseHeaders(302, -1);
    });
  }

  @Test
  void anotherServerThatWantsAPasswordIsNamed() throws IOException {
    try (WebServer other = new WebServer()) {
      other.tree.put("a.npy", new byte[10]);
      other.askFor("/lab/", "anna", HUSH);
      sendAway("away.npy", other.uri("/lab/a.npy"));
      try (Store store = open(server.uri("/lab"), login("anna", HUSH))) {
        assertThatThrownBy(() -> store.read(new StorePath("away.npy")).openStream())
            .isInstanceOf(AccessDeniedException.class)
            .hasMessage("web:away.npy: The server '" + server.uri("") + "' sends to '"
                + other.uri("") + "', which refuses everybody (status 401). No password is sent"
                + " there: make its address the root of the store.");
      }
    }
  }

  @Test
  void theSameServerUnderItsNameInCapitalsIsToldThePassword() throws IOException {
    server.tree.put("sub/b.npy", new byte[10]);
    String loud = server.uri("/lab/sub/b.npy").toString().replace("localhost", "LOCALHOST");
    sendAway("loud.npy", URI.create(loud));
    try (Store store = open(server.uri("/lab"), login("anna", HUSH))) {
      assertThat(store.read(new StorePath("loud.npy")).openStream()).hasBinaryContent(new byte[10]);
    }
    assertThat(Addresses.isSameServer(URI.create("https://a/x"), URI.create("HTTPS://A:443/y")))
        .isTrue();
    assertThat(Addresses.isSameServer(URI.create("http://a/"), URI.create("https://a/")))
        .isFalse();
    assertThat(Addresses.isSameServer(URI.create("http://a/"), URI.create("http://a:8080/")))
        .isFalse();
  }

  @Test
  void aPasswordThatIsReplacedWhileTheStoreIsOpenIsTheOneUsed() throws IOException {
    StorePath file = new StorePath("a.npy");
    try (Store store = open(server.uri("/lab"), login("anna", HUSH))) {
      var unused = login("anna", "the new one");
      assertThatThrownBy(() -> store.read(file).openStream())
          .isInstanceOf(AccessDeniedException.class);
      Files.delete(folder.resolve("password"));
      assertThatThrownBy(() -> store.read(file).openStream())
          .hasMessageStartingWith("web:a.npy: Option 'password' of store 'web' cannot be had.");
      unused = login("anna", HUSH);
      assertThat(store.read(file).openStream()).hasBinaryContent(new byte[10]);
    }
  }

  @Test
  void secretsWrittenOutAreRefusedAndNotRepeated() {
    Map<String, String> options = Map.of("user", "anna", "password", "hush");
    StoreConfig config = new StoreConfig("web", server.uri("/lab"), options);
    assertThat(config.toString()).doesNotContain("hush");
    assertThatThrownBy(() -> new HttpStoreProvider().open(config))
        .hasMessage(
            "Option 'password' of store 'web' is a secret written out."
                + " Keep it elsewhere and write $[env:NAME], $[file:/path] or $[prompt:Words] instead.");
  }

  @Test
  void aUserWithoutPasswordIsRefused() {
    assertThatThrownBy(() -> open(server.uri("/lab"), Map.of("user", "anna")))
        .hasMessage("Store 'web' has a user but no password. Give both or none.");
  }
}
