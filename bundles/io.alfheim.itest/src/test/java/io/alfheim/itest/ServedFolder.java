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
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A web server on this machine that shows a folder, and remembers what it sent. */
final class ServedFolder implements Closeable {
  final Path folder;
  final List<String> sent = new CopyOnWriteArrayList<>();
  final List<String> users = new CopyOnWriteArrayList<>();
  final AtomicLong bytes = new AtomicLong();

  /** How many of the next files are sent by half. */
  final AtomicInteger cuts = new AtomicInteger();

  /** Whether it lets nobody see anything. */
  volatile boolean forbidden;

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
    if (forbidden) {
      exchange.sendResponseHeaders(403, -1);
      exchange.close();
      return;
    }
    Path path = folder.resolve(exchange.getRequestURI().getPath().substring(1));
    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
        .map(text -> Base64.getDecoder().decode(text.replace("Basic ", "")))
        .ifPresent(user -> users.add(new String(user, StandardCharsets.UTF_8)));
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
      Optional<byte[]> part = part(exchange, body);
      status = part.isPresent() ? 206 : 200;
      body = part.orElse(body);
    }
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
      exchange.sendResponseHeaders(status, -1);
    } else {
      if (Files.isRegularFile(path)) {
        sent.add(path.getFileName().toString());
      }
      boolean cut = Files.isRegularFile(path) && cuts.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
      int length = cut ? body.length / 2 : body.length;
      bytes.addAndGet(length);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body, 0, length);
    }
    exchange.close();
  }

  /** The bytes from a first to a last one, if only these are asked for. */
  private static Optional<byte[]> part(HttpExchange exchange, byte[] all) {
    String asked = exchange.getRequestHeaders().getFirst("Range");
    Matcher range = Pattern.compile("bytes=(\\d+)-(\\d*)").matcher(String.valueOf(asked));
    if (!range.matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(range.group(1));
    int end = range.group(2).isEmpty()
        ? all.length
        : Math.min(all.length, Integer.parseInt(range.group(2)) + 1);
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes " + first + "-" + (end - 1) + "/" + all.length);
    return Optional.of(Arrays.copyOfRange(all, first, end));
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
