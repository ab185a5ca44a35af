/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.itest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A web server on this machine that shows a folder, and remembers the files it sent. */
final class ServedFolder implements Closeable {
  final Path folder;
  final List<String> sent = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  static {
    // Otherwise each answer waits 40 ms for more to send.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  ServedFolder(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    Path path = folder.resolve(exchange.getRequestURI().getPath().substring(1));
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
      if (Files.isRegularFile(path)) {
        sent.add(path.getFileName().toString());
      }
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

  @Override
  public void close() {
    server.stop(0);
  }
}
