/* SPDX-License-Identifier: Apache-2.0 */
package io.alfheim.store.http.internal;

import io.alfheim.store.vfs.ServerException;
import io.alfheim.store.vfs.remote.RemoteTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Asks one server, politely: with a name if it has to be, not too long, and not too often. */
final class HttpRequests {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
  private static final int MOST_REDIRECTS = 5;
  private static final long FIRST_PAUSE = 200;
  private static final int SHORT_BODY = 1 << 16;

  private final Optional<Credentials> credentials;
  private final Duration timeout;
  private final int retries;
  private final HttpClient client;

  /** There was no answer from an address, perhaps one that another had sent us to. */
  private static final class Unanswered extends IOException {
    private static final long serialVersionUID = 1;
    private final transient URI asked;
    private final IOException why;

    Unanswered(URI asked, IOException why) {
      super(why);
      this.asked = asked;
      this.why = why;
    }
  }

  HttpRequests(Optional<Credentials> credentials, Duration timeout, int retries) {
    this.credentials = credentials;
    this.timeout = timeout;
    this.retries = retries;
    // With the newer protocol all streams would share one connection and wait for each other.
    client = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(timeout)
        .build();
  }

  /** What is asked of an address, perhaps of another than the first. */
  private interface Question {
    HttpRequest.Builder put(HttpRequest.Builder request, URI to);
  }

  /** What is said about an address. */
  HttpReply head(URI address) throws IOException {
    HttpReply reply =
        send(address, (request, to) -> request.method("HEAD", BodyPublishers.noBody()));
    discard(reply.response());
    return reply;
  }

  /**
   * What is at an address, from a byte on.
   *
   * @param tag what its server called the bytes before; empty for any. Another server has other tags
   */
  HttpReply get(URI address, String tag, long from, long length) throws IOException {
    String last = length == RemoteTree.TO_THE_END ? "" : String.valueOf(from + length - 1);
    return send(address, (request, to) -> {
      if (from > 0 || !last.isEmpty()) {
        request.header("Range", "bytes=" + from + "-" + last);
      }
      if (!tag.isEmpty() && Addresses.isSameServer(address, to)) {
        request.header("If-Match", tag);
      }
      return request.GET();
    });
  }

  private HttpReply send(URI address, Question question) throws IOException {
    for (int attempt = 0; ; attempt++) {
      try {
        HttpResponse<InputStream> response = follow(address, question);
        if (!BUSY.contains(response.statusCode()) || attempt >= retries) {
          return checked(address, response);
        }
        discard(response);
      } catch (Unanswered e) {
        if (attempt >= retries || !Unreachable.mayPass(e.why)) {
          throw Unreachable.explain(e.asked, timeout, e.why);
        }
      }
      pause(FIRST_PAUSE << attempt);
    }
  }

  private HttpResponse<InputStream> follow(URI address, Question question) throws IOException {
    URI next = address;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      HttpResponse<InputStream> response = once(next, question);
      Optional<String> target = response.headers().firstValue("Location");
      if (!REDIRECTS.contains(response.statusCode()) || target.isEmpty()) {
        return response;
      }
      discard(response);
      next = redirect(next, target.get());
    }
    throw new ServerException(
        "The server '" + Addresses.server(address)
            + "' sends from one address to the next and never answers. Correct the root of the"
            + " store.",
        null);
  }

  private static URI redirect(URI from, String target) throws ServerException {
    try {
      URI to = from.resolve(target);
      boolean secure = "https".equals(to.getScheme());
      if (to.getHost() != null && (secure || from.getScheme().equals(to.getScheme()))) {
        return to;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // The same as one that is not to be followed.
    }
    throw new ServerException(
        "The server '" + Addresses.server(from)
            + "' sends to an address that is not to be followed. Correct the root of the store.",
        null);
  }

  private HttpResponse<InputStream> once(URI address, Question question) throws IOException {
    HttpRequest.Builder request = question
        .put(HttpRequest.newBuilder(address), address)
        .timeout(timeout)
        .header("Accept-Encoding", "identity");
    authorization(address).ifPresent(header -> request.header("Authorization", header));
    try {
      return client.send(request.build(), info -> new BodyStream(address, timeout, info));
    } catch (InterruptedException e) {
      throw interrupted();
    } catch (IOException e) {
      throw new Unanswered(address, e);
    } catch (IllegalArgumentException e) {
      // A number that is none in the head of the answer, or a port that there cannot be.
      throw new ServerException(
          "The server '" + Addresses.server(address) + "' does not answer as web servers do. Check"
              + " the root of the store.",
          e);
    }
  }

  private Optional<String> authorization(URI address) throws ServerException {
    try {
      return credentials.isEmpty() ? Optional.empty() : credentials.get().header(address);
    } catch (IOException e) {
      throw new ServerException(String.valueOf(e.getMessage()), null);
    }
  }

  private HttpReply checked(URI address, HttpResponse<InputStream> response) throws IOException {
    int status = response.statusCode();
    HttpReply reply = new HttpReply(address, response);
    if (status / 100 == 2 || reply.isMissing()) {
      return reply;
    }
    discard(response);
    if (status == 401 || status == 403) {
      throw new AccessDeniedException(address.getPath(), null, refusal(address, response));
    }
    throw new ServerException(
        "The server '" + Addresses.server(response.uri()) + "' answers with status " + status + ". "
            + next(status),
        null);
  }

  private static String next(int status) {
    if (status == 416) {
      return "The file is shorter than it was. Read it again.";
    } else if (status == 412) {
      return "The file has changed while it was read. Read it again.";
    }
    return status / 100 == 5 || status == 429 || status == 408
        ? "Try again later."
        : "Check the root of the store.";
  }

  private String refusal(URI address, HttpResponse<InputStream> response) {
    String status = " (status " + response.statusCode() + "). ";
    URI there = response.uri();
    if (!Addresses.isSameServer(address, there)) {
      return "The server '" + Addresses.server(address) + "' sends to '" + Addresses.server(there)
          + "', which refuses everybody" + status
          + "No password is sent there: make its address the root of the store.";
    }
    String server = "The server '" + Addresses.server(there) + "' refuses ";
    if (credentials.isEmpty()) {
      return server + "everybody" + status + "Set the options user and password.";
    }
    if (response.statusCode() == 401) {
      credentials.get().forget();
    }
    return server + "user '" + credentials.get().user() + "'" + status
        + "Check the options user and password.";
  }

  /**
   * A connection whose answer was read to its end serves the next request. It is not worth an error, nor
   * a long time: what matters has been said.
   */
  private void discard(HttpResponse<InputStream> response) throws IOException {
    long begin = System.nanoTime();
    byte[] some = new byte[1 << 12];
    try (InputStream body = response.body()) {
      int n = 0;
      for (int all = 0; n >= 0 && all < SHORT_BODY; all += n) {
        n = System.nanoTime() - begin < timeout.toNanos() ? body.read(some) : -1;
      }
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException brokeOff) {
      // Then another connection serves the next.
    }
  }

  private static void pause(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static IOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("Interrupted.");
  }
}
