/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.http.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A web server on this machine that shows a tree of files, lists folders and knows ranges. */
final class WebServer implements Closeable {
  static final String DATE = "Thu, 02 Jan 2020 03:04:05 GMT";

  final Map<String, byte[]> tree = new ConcurrentHashMap<>();
  final Queue<String> requests = new ConcurrentLinkedQueue<>();
  final AtomicLong sent = new AtomicLong();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  static {
    // Otherwise each answer waits 40 ms for more to send.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  WebServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/tree/", this::serve);
    server.start();
  }

  URI uri(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  /** Answers one address, and those below it, in another way. */
  void answer(String path, HttpHandler handler) {
    server.createContext(path, exchange -> {
      note(exchange);
      try (exchange) {
        handler.handle(exchange);
      }
    });
  }

  void askFor(String path, String user, String password) {
    server.createContext(path, this::serve).setAuthenticator(new BasicAuthenticator("lab", UTF_8) {
      @Override
      public boolean checkCredentials(String someone, String something) {
        return someone.equals(user) && something.equals(password);
      }
    });
  }

  private void note(HttpExchange exchange) {
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
  }

  private void serve(HttpExchange exchange) throws IOException {
    note(exchange);
    try (exchange) {
      String context = exchange.getHttpContext().getPath();
      String path = exchange.getRequestURI().getPath().substring(context.length());
      byte[] bytes = tree.get(path);
      if (bytes != null) {
        file(exchange, bytes);
      } else if (!isFolder(path.endsWith("/") ? path : path + "/") && !path.isEmpty()) {
        exchange.sendResponseHeaders(404, -1);
      } else if (!path.isEmpty() && !path.endsWith("/")) {
        String raw = exchange.getRequestURI().getRawPath();
        exchange.getResponseHeaders().set("Location", raw + "/");
        exchange.sendResponseHeaders(301, -1);
      } else {
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        send(exchange, 200, page(path).getBytes(UTF_8));
      }
    }
  }

  private boolean isFolder(String prefix) {
    return tree.keySet().stream().anyMatch(path -> path.startsWith(prefix));
  }

  private void file(HttpExchange exchange, byte[] bytes) throws IOException {
    exchange.getResponseHeaders().set("Last-Modified", DATE);
    String tag = "\"" + Integer.toHexString(Arrays.hashCode(bytes)) + "\"";
    exchange.getResponseHeaders().set("ETag", tag);
    String wanted = exchange.getRequestHeaders().getFirst("If-Match");
    if (wanted != null && !wanted.equals(tag)) {
      exchange.sendResponseHeaders(412, -1);
      return;
    }
    String range = exchange.getRequestHeaders().getFirst("Range");
    if (range == null) {
      send(exchange, 200, bytes);
      return;
    }
    String[] ends = range.substring("bytes=".length()).split("-", 2);
    int from = Integer.parseInt(ends[0]);
    int to = ends[1].isEmpty() ? bytes.length : Integer.parseInt(ends[1]) + 1;
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + bytes.length);
    send(exchange, 206, bytes, from, to);
  }

  private void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
    send(exchange, status, bytes, 0, bytes.length);
  }

  private void send(HttpExchange exchange, int status, byte[] bytes, int from, int to)
      throws IOException {
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(to - from));
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, to == from ? -1 : to - from);
    if (to > from) {
      exchange.getResponseBody().write(bytes, from, to - from);
      sent.addAndGet(to - from);
    }
  }

  private String page(String folder) {
    TreeSet<String> names = new TreeSet<>();
    for (String path : tree.keySet()) {
      if (path.startsWith(folder)) {
        String below = path.substring(folder.length());
        int slash = below.indexOf('/');
        names.add(slash < 0 ? below : below.substring(0, slash + 1));
      }
    }
    StringBuilder page = new StringBuilder("<html><body><h1>Index</h1><a href=\"../\">Up</a>\n");
    for (String name : names) {
      String escaped = URLEncoder.encode(name, UTF_8).replace("+", "%20").replace("%2F", "/");
      page.append("<a href=\"").append(escaped).append("\">a file</a>\n");
    }
    return page.append("</body></html>").toString();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
