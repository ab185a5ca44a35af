/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.alfheim.catalog.CatalogException;
import io.alfheim.catalog.ScanReport;
import io.alfheim.catalog.UnknownStoreException;
import io.alfheim.catalog.internal.HomeCatalog;
import io.alfheim.catalog.internal.RealParts;
import io.alfheim.data.NDArray;
import io.alfheim.store.ProvidesStore;
import io.alfheim.store.http.internal.HttpStoreProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalog of files that are on a web server, and what is said when they cannot be had. */
class FarStoreTest {
  private static final String SESSION = "KS014/2020-01-02/001";

  @TempDir
  Path temporary;

  private Path served;
  private HttpServer server;
  private HomeCatalog catalog;

  @BeforeEach
  void oneSessionOnAServer() throws IOException {
    served = Files.createDirectory(temporary.resolve("served"));
    RealParts.npy(served.resolve("lab/Subjects/" + SESSION + "/alf/spikes.times.npy"), 1, 2, 3);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
    Path etc = Files.createDirectories(temporary.resolve("home/etc"));
    Files.writeString(
        etc.resolve("io.alfheim.store-web.cfg"),
        "uri = http://localhost:" + server.getAddress().getPort() + "/lab\nretries = 0\n");
    catalog = RealParts.catalog(temporary.resolve("home"));
  }

  @AfterEach
  void close() throws IOException {
    catalog.close();
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    Path path = served.resolve(exchange.getRequestURI().getPath().substring(1));
    byte[] body = new byte[0];
    int status = Files.exists(path) ? 200 : 404;
    if (Files.isDirectory(path) && !exchange.getRequestURI().getPath().endsWith("/")) {
      exchange.getResponseHeaders().set("Location", exchange.getRequestURI() + "/");
      status = 301;
    } else if (Files.isDirectory(path)) {
      exchange.getResponseHeaders().set("Content-Type", "text/html");
      body = page(path).getBytes(StandardCharsets.UTF_8);
    } else if (status == 200) {
      body = Files.readAllBytes(path);
    }
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private static String page(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
          .map(name -> "<a href=\"" + name + "\">" + name + "</a>")
          .collect(Collectors.joining("\n"));
    }
  }

  private void install() {
    catalog.addProvider(new HttpStoreProvider(), Map.of(ProvidesStore.SCHEME, "http"));
  }

  @Test
  void sessionsOnAServerAreFoundListedAndLoaded() {
    install();
    ScanReport report = catalog.scanStore("web");
    assertThat(report.added()).isEqualTo(1);
    assertThat(catalog.session(SESSION).datasets())
        .extracting(Object::toString)
        .singleElement()
        .asString()
        .contains("spikes.times");
    assertThat(catalog.session(SESSION).load("spikes.times")).isEqualTo(NDArray.of(1.0, 2.0, 3.0));
    assertThat(catalog.scanStore("web").commit()).isEqualTo(report.commit());
  }

  @Test
  void withoutItsBundleAStoreNamesWhatIsMissing() {
    assertThatThrownBy(() -> catalog.scanStore("web"))
        .isInstanceOf(UnknownStoreException.class)
        .hasMessageContaining("Nothing installed opens 'http:', the root of store 'web'");
  }

  @Test
  void aStoreNobodyConfiguredIsNamed() {
    assertThatThrownBy(() -> catalog.scanStore("wep"))
        .isInstanceOf(UnknownStoreException.class)
        .hasMessageContaining("No store 'wep' is configured here. Known: [web]");
  }

  @Test
  void aServerThatIsGoneIsNamed() {
    install();
    server.stop(0);
    assertThatThrownBy(() -> catalog.scanStore("web"))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("Store 'web' cannot be scanned")
        .hasMessageContaining("cannot be reached");
  }
}
